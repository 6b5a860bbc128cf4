package dev.arenabench.harness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import tools.jackson.core.JacksonException;

/// `arenabench`: the one entry of the command line.
@Command(
    name = "arenabench",
    description = {
      "Settles arena versus heap allocation for syntax trees on the JVM.",
      "Twin tree builders, one front end, measured side by side."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done",
      " 1:bad news: the twins disagree",
      " 2:wrong usage or configuration; nothing was started",
      " 4:a measurement is missing or failed, or a file could not be written",
      "70:a defect of arenabench itself"
    },
    footer = {
      "",
      "Start with:",
      "  arenabench doctor              what this machine can measure",
      "  arenabench run --preset quick  the answer in six minutes",
      "  arenabench check DIR           parse your own Lua files with every contender"
    },
    subcommands = {
      RunCommand.class,
      CheckCommand.class,
      TreeCommand.class,
      CapacityCommand.class,
      ReportCommand.class,
      PublishCommand.class,
      DoctorCommand.class,
      PeersCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandLine.Model.CommandSpec spec;

  private Main() {}

  /// Runs a command and exits with its code.
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          // What a user can mend is one sentence; only a defect of ours is worth a stack trace.
          if (exception instanceof UserError error) {
            command.getErr().println(command.getColorScheme().errorText(error.getMessage()));
            return error.exitCode();
          }
          Throwable cause =
              exception instanceof UncheckedIOException ? exception.getCause() : exception;
          if (cause instanceof IOException failure) {
            command
                .getErr()
                .println(command.getColorScheme().errorText("arenabench: " + describe(failure)));
            return ExitCode.MEASUREMENT_FAILED;
          }
          if (exception instanceof JacksonException damaged) {
            command
                .getErr()
                .println(
                    command
                        .getColorScheme()
                        .errorText(
                            "arenabench: a file of the run is damaged or of another version: "
                                + damaged.getOriginalMessage()
                                + "; restore the folder or run again"));
            return ExitCode.USAGE;
          }
          command
              .getErr()
              .println(
                  command
                      .getColorScheme()
                      .errorText("arenabench: this is a defect of arenabench; please report it:"));
          exception.printStackTrace(command.getErr());
          return ExitCode.DEFECT;
        });
    return line;
  }

  private static String describe(IOException cause) {
    return switch (cause) {
      case java.nio.file.NoSuchFileException missing -> "no such file: " + missing.getFile();
      case java.nio.file.AccessDeniedException denied ->
          "may not read or write " + denied.getFile() + "; check its permissions";
      case java.nio.file.FileSystemException failed -> {
        String reason = failed.getReason();
        yield failed.getFile() + ": " + (reason == null ? failed.getMessage() : reason);
      }
      default -> String.valueOf(cause.getMessage());
    };
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: one of the commands below, such as 'doctor'.");
  }
}
