'use client';

import { CrashedPage } from '../crashed-page.tsx';

export default CrashedPage;
