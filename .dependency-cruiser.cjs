/** Which folder may import which: the table of ARCHITECTURE.md, as a rule per folder. */
const K = 'lib/kernel';
const PURE = [
  K,
  'lib/gs1',
  'lib/epcis',
  'lib/ledger',
  'lib/evidence',
  'lib/custody',
  'lib/anomaly',
  'lib/scan',
  'lib/simulate',
];
const ENV = 'lib/env';

/** Files of the command line for people who do not trust us: nothing of the server's may decide their answer. */
const DISTRUSTFUL = 'lib/cli/(verify|audit|witness|mirror)';

const MAY_IMPORT = {
  'lib/kernel': [],
  'lib/gs1': [K],
  'lib/epcis': [K, 'lib/gs1'],
  'lib/ledger': [K],
  'lib/evidence': [K, 'lib/gs1', 'lib/epcis', 'lib/ledger'],
  'lib/custody': [K, 'lib/gs1', 'lib/epcis'],
  'lib/anomaly': [K, 'lib/gs1', 'lib/epcis', 'lib/custody'],
  'lib/scan': [K, 'lib/gs1'],
  'lib/simulate': [K, 'lib/gs1', 'lib/epcis'],
  'lib/store': [K, 'lib/gs1', 'lib/epcis', 'lib/ledger', 'lib/evidence', 'lib/custody', 'lib/anomaly', ENV],
  'lib/auth': [K, 'lib/gs1', 'lib/custody', 'lib/store', ENV],
  'lib/service': [...PURE, 'lib/store', 'lib/auth'],
  'lib/worker': [...PURE, 'lib/store', 'lib/service', ENV],
  'lib/queries': [...PURE, 'lib/store', 'lib/auth'],
  'lib/http': [...PURE, 'lib/auth', 'lib/service', ENV],
  'lib/cli': [...PURE, 'lib/store', 'lib/service', ENV],
  'lib/env': [],
  components: [K, 'lib/gs1', 'lib/scan', 'lib/ledger', 'lib/evidence'],
  app: [K, 'lib/gs1', 'lib/epcis', 'lib/auth', 'lib/service', 'lib/queries', 'lib/http', 'components'],
  e2e: [],
};

/** What one side may name but not call: a screen's data has its shape from the query that fills it. */
const MAY_NAME = { components: ['lib/queries'] };

const OURS = '^(app|bench|components|e2e|lib|scripts)/';
const TEST = '(\\.(test|spec)\\.tsx?|-in-tests\\.ts)$';
/** A folder, or one file with its ending. */
const within = (path) => (path === ENV ? '^lib/env\\.ts$' : `^${path}/`);

const layer = ([from, to]) => ({
  name: `layer ${from}`,
  severity: 'error',
  from: { path: within(from), pathNot: TEST },
  to: { path: OURS, pathNot: [from, ...to, ...(MAY_NAME[from] ?? [])].map(within) },
});

const named = ([from, to]) => ({
  name: `${from} may only name the types of ${to}`,
  severity: 'error',
  from: { path: within(from), pathNot: TEST },
  to: { path: to.map(within), dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    ...Object.entries(MAY_IMPORT).map(layer),
    ...Object.entries(MAY_NAME).map(named),
    {
      name: 'pure folders do no I/O',
      severity: 'error',
      from: { path: PURE.map(within), pathNot: TEST },
      to: {
        path: [
          '^(node:)?(child_process|cluster|dgram|dns|fs|http|http2|https|inspector|net|os|process|readline|repl|timers|tls|tty|v8|vm|worker_threads|zlib)(/|$)',
          'node_modules/(@prisma|better-auth|graphile-worker|next|pg|prisma|react|react-dom|server-only|umzug)/',
        ],
      },
    },
    {
      // package.json's `imports` pick them; whoever needs a hash or a signature imports `#sha256` or `#ed25519`.
      name: 'pure folders reach node:crypto only through #sha256 and #ed25519',
      severity: 'error',
      from: { path: PURE.map(within), pathNot: [TEST, '^lib/kernel/(sha256|ed25519)-node\\.ts$'] },
      to: { path: '^(node:)?crypto$' },
    },
    {
      name: 'a hash or signature is not chosen by hand',
      severity: 'error',
      from: { path: OURS, pathNot: TEST },
      to: { path: '^lib/kernel/(sha256|ed25519)-node\\.ts$', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'only the store talks to the database',
      severity: 'error',
      from: { path: '^(app|components|e2e|lib)/', pathNot: [within('lib/store'), TEST] },
      to: { path: ['node_modules/(@prisma|pg|prisma|umzug)/', '^lib/store/generated/'] },
    },
    {
      name: 'who does not trust us needs pure folders only',
      severity: 'error',
      from: { path: `^${DISTRUSTFUL}`, pathNot: TEST },
      to: {
        path: ['^(app|components|lib)/', 'node_modules/'],
        pathNot: [
          ...PURE.map(within),
          `^${DISTRUSTFUL}`,
          '^lib/cli/(console-io|unusable-input|outsider-options)\\.ts$',
          'node_modules/@types/node/',
        ],
      },
    },
    {
      name: 'nothing imports a test',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: '\\.(test|spec)\\.tsx?$' },
    },
    { name: 'every import leads somewhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Type imports couple layers as much as calls do.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '/generated/'] },
    exclude: { path: ['^\\.next/'] },
    enhancedResolveOptions: {
      conditionNames: ['node', 'import', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
