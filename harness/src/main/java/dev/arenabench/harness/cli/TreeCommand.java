package dev.arenabench.harness.cli;

import dev.arenabench.harness.check.Checker;
import dev.arenabench.harness.check.DialectChoice;
import dev.arenabench.harness.check.Twins;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `arenabench tree`: shows the tree of one file.
@Command(
    name = "tree",
    description = "Prints the syntax tree of a file, one node a line, children indented.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the file is rejected",
      "2:the file cannot be read, or is too large"
    })
final class TreeCommand implements Callable<Integer> {
  /// Whose tree is printed; they print alike, or it is a defect.
  enum Twin {
    HEAP,
    ARENA
  }

  @Parameters(paramLabel = "FILE", description = "A Lua or TypedLua file.")
  private Path file = Path.of("");

  @Option(
      names = "--twin",
      defaultValue = "arena",
      description = "Whose tree: ${COMPLETION-CANDIDATES}; they print alike. Default: arena.")
  private Twin twin = Twin.ARENA;

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      defaultValue = "auto",
      description = "lua, typed, or auto: by the file's name. Default: auto.")
  private DialectChoice stated = DialectChoice.AUTO;

  @Option(names = "--positions", description = "Add each node's byte offset: @123.")
  private boolean positions;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserError(ExitCode.USAGE, "no file " + file + "; name one Lua or TypedLua file");
    }
    Corpus.SourceFile source = CorpusOption.of(file).files().getFirst();
    Twins twins = new Twins();
    PrintWriter out = spec.commandLine().getOut();
    Dialect dialect = stated.of(source.name());
    try {
      twins.parse(source.bytes(), dialect);
    } catch (SyntaxException e) {
      throw new UserError(
          ExitCode.BAD_NEWS,
          RejectionText.of(file.toString(), Checker.rejection(source, e, dialect)));
    } catch (OutOfMemoryError e) {
      throw tooLarge(source, e);
    }
    try {
      out.print(twin == Twin.HEAP ? twins.heapDump(positions) : twins.arenaDump(positions));
    } catch (OutOfMemoryError e) {
      throw tooLarge(source, e);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static UserError tooLarge(Corpus.SourceFile source, OutOfMemoryError e) {
    return new UserError(
        ExitCode.USAGE,
        String.valueOf(
            Corpus.tooLargeForTheHeap(source.name(), source.bytes().length, e).getMessage()));
  }
}
