package dev.arenabench.peers;

import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.peers.antlr.LuaParser;
import dev.arenabench.peers.antlr.LuaSyntax;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/// Bytes to ANTLR's parse tree, dropped before the next file.
final class AntlrRig implements Rig {
  private final Program[] programs;
  private final LuaSyntax syntax = new LuaSyntax();

  AntlrRig(Source[] sources) {
    this.programs = Program.of(sources);
  }

  /// The positions of the outermost blocks, as a contender's rig has them.
  @Override
  public long pass() {
    long sum = 0;
    for (Program program : programs) {
      sum += program.skipped() + parse(program).block().getStart().getStartIndex();
    }
    return sum;
  }

  private LuaParser.ChunkContext parse(Program program) {
    try {
      return syntax.parse(program.bytes(), program.length());
    } catch (ParseCancellationException | StackOverflowError e) {
      throw program.rejected("ANTLR", e);
    }
  }

  @Override
  public void close() {}
}
