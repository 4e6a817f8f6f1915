/** Organizations and their codes are public, as in the State's own register. */
export { everybody as visibleTo } from '../../platform/visibility.ts';
