package dev.arenabench.harness.cli;

import dev.arenabench.harness.environment.Doctor;
import dev.arenabench.harness.record.Finding;
import dev.arenabench.harness.record.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `arenabench doctor`: looks the machine over and says what it means for the figures.
@Command(
    name = "doctor",
    description = "Looks this machine over and says what it means for the figures.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true)
final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandLine.Model.CommandSpec spec;

  /// What `--json` prints.
  record Report(int good, int notes, int bad, List<Finding> findings) {}

  @Override
  public Integer call() {
    List<Finding> findings = Doctor.examine(Path.of("").toAbsolutePath());
    Report report =
        new Report(
            count(findings, Finding.Severity.GOOD),
            count(findings, Finding.Severity.NOTE),
            count(findings, Finding.Severity.BAD),
            findings);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(report));
    } else {
      print(out, report);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private void print(PrintWriter out, Report report) {
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    int widest = report.findings().stream().mapToInt(f -> f.subject().length()).max().orElse(0);
    for (Finding finding : report.findings()) {
      String mark =
          switch (finding.severity()) {
            case GOOD -> "@|green good|@";
            case NOTE -> "@|yellow note|@";
            case BAD -> "@|red,bold bad |@";
          };
      out.println(
          ansi.string(mark)
              + "  "
              + finding.subject()
              + " ".repeat(widest - finding.subject().length())
              + "  "
              + finding.value());
      out.println("      " + " ".repeat(widest) + "  " + finding.meaning());
    }
    out.println();
    out.println(
        report.bad() > 0
            ? report.bad() + " finding(s) make figures from this machine untrustworthy now."
            : report.notes() > 0
                ? "Ratios can be measured here; " + report.notes() + " note(s) say what cannot."
                : "Nothing stands in the way.");
  }

  private static int count(List<Finding> findings, Finding.Severity severity) {
    return (int) findings.stream().filter(f -> f.severity() == severity).count();
  }
}
