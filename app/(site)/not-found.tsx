import { NothingHere } from '../nothing-here.tsx';

export default NothingHere;
