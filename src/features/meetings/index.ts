import './type.ts';
import './queries.ts';
import './todo.ts';
import './mutations/meetings.ts';
import './mutations/actionItems.ts';
