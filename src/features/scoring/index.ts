import './type.ts';
import './queries.ts';
import './mutations.ts';
import './todo.ts';
import './assessing.ts';
