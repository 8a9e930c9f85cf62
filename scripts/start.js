import { handOver } from './bootstrap.js';

handOver('serve.ts');
