export { everybody as visibleTo } from '../../platform/visibility.ts';
