package dev.arenabench.harness.cli;

import dev.arenabench.harness.report.Report;
import dev.arenabench.harness.report.TerminalTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/// Shows a run: writes its page, prints its table, and the page's path as the last line.
final class ReportPrinter {
  private ReportPrinter() {}

  static void show(CommandLine command, Path folder) throws IOException {
    Path page = Report.write(folder);
    PrintWriter out = command.getOut();
    out.println();
    out.println(
        TerminalTable.render(
            Report.outcome(folder),
            command.getColorScheme().ansi().enabled(),
            TerminalTable.MAX_WIDTH));
    out.println(page.toAbsolutePath().normalize());
    out.flush();
  }
}
