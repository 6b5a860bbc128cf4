/// The command line: options in, one call into the package that does the work, words and an exit
/// code out. Nothing is measured, computed or rendered here, and nowhere else is anything printed.
///
/// Exit codes, the same for every command: 0 done; 1 the answer is bad news (twins disagree); 2
/// usage or configuration: nothing was started; 3 not enough evidence; 4 a measurement is missing
/// or failed, or the output could not be written; 70 a defect of this program.
@org.jspecify.annotations.NullMarked
package dev.arenabench.harness.cli;
