import { deliver } from '../../../components/offline/deliver.ts';
import type { Register } from '../../../components/offline/desk-parts.ts';
import { fetchList, openKept } from '../../../components/offline/fetch-list.ts';
import { changePack, verifyPack } from './pack-api.ts';

/** The register as a browser on this site reaches it. */
export const browserRegister: Register = {
  verify: verifyPack,
  change: changePack,
  deliver,
  fetchList,
  openKept,
};
