/**
 * The last line of a test run, for people and for machines: `N passed, N failed`, with `, N skipped` when something
 * was skipped. A file that could not even run counts as a failure.
 */
class TestReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
    // The default reporter writes to the error output; its summary has to come first when both go to one place.
    process.stderr.write("", () => process.stdout.write(`${line}\n`));
  }
}

module.exports = TestReporter;
