import webExt from 'web-ext';

// Mozilla's own linter over the production build for Firefox: 0 errors, 0 notices, 0 warnings.
const result = await webExt.cmd.lint(
  {
    sourceDir: '.output/firefox-mv3',
    artifactsDir: '.output',
    warningsAsErrors: true,
    output: 'text',
    boring: true,
    metadata: false,
    pretty: false,
    privileged: false,
    selfHosted: false,
    ignoreFiles: [],
  },
  { shouldExitProgram: false },
);
const { errors, notices, warnings } = result.summary;
if (errors + notices + warnings > 0) process.exit(1);
