import './queries.ts';
import './todo.ts';
