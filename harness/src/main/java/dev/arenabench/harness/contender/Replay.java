package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Recording;
import dev.arenabench.syntax.TreeBuilder;

/// Reports a [Recording] to a builder, as the parser did: all at once, or some operations at a
/// time.
final class Replay {
  private final Recording recording;
  private int at;
  private int numberAt;

  Replay(Recording recording) {
    this.recording = recording;
  }

  /// Reports all of a recording.
  static void play(Recording recording, TreeBuilder builder) {
    new Replay(recording).play(builder, Integer.MAX_VALUE);
  }

  /// Reports up to `limit` operations more; the first call begins the tree.
  ///
  /// @return whether the tree is finished
  boolean play(TreeBuilder builder, int limit) {
    int[] words = recording.words();
    long[] numbers = recording.numbers();
    int at = this.at;
    int numberAt = this.numberAt;
    if (at == 0) {
      builder.begin(recording.sourceBytes());
    }
    for (int done = 0; done < limit && at < words.length; done++) {
      int position = words[at + 1];
      switch (words[at]) {
        case Operation.NAME -> {
          builder.name(position, words[at + 2]);
          at += 3;
        }
        case Operation.STRING -> {
          builder.string(position, words[at + 2]);
          at += 3;
        }
        case Operation.INTEGER -> {
          builder.integer(position, numbers[numberAt++]);
          at += 2;
        }
        case Operation.FLOATING -> {
          builder.floating(position, Double.longBitsToDouble(numbers[numberAt++]));
          at += 2;
        }
        case Operation.NIL -> {
          builder.nil(position);
          at += 2;
        }
        case Operation.TRUE_LITERAL -> {
          builder.trueLiteral(position);
          at += 2;
        }
        case Operation.FALSE_LITERAL -> {
          builder.falseLiteral(position);
          at += 2;
        }
        case Operation.VARARG -> {
          builder.vararg(position);
          at += 2;
        }
        case Operation.PAREN -> {
          builder.paren(position);
          at += 2;
        }
        case Operation.FIELD -> {
          builder.field(position, words[at + 2]);
          at += 3;
        }
        case Operation.UNARY -> {
          builder.unary(words[at + 2], position);
          at += 3;
        }
        case Operation.BINARY -> {
          builder.binary(words[at + 2], position);
          at += 3;
        }
        case Operation.INDEX -> {
          builder.index(position);
          at += 2;
        }
        case Operation.CALL -> {
          builder.call(position, words[at + 2]);
          at += 3;
        }
        case Operation.METHOD_CALL -> {
          builder.methodCall(position, words[at + 2], words[at + 3], words[at + 4]);
          at += 5;
        }
        case Operation.PARAMETER -> {
          builder.parameter(position, words[at + 2]);
          at += 3;
        }
        case Operation.VARARG_PARAMETER -> {
          builder.varargParameter(position);
          at += 2;
        }
        case Operation.FUNCTION -> {
          builder.function(position, words[at + 2], words[at + 3] != 0);
          at += 4;
        }
        case Operation.NAMED_FIELD -> {
          builder.namedField(position, words[at + 2]);
          at += 3;
        }
        case Operation.KEYED_FIELD -> {
          builder.keyedField(position);
          at += 2;
        }
        case Operation.TABLE -> {
          builder.table(position, words[at + 2]);
          at += 3;
        }
        case Operation.LOCAL_NAME -> {
          builder.localName(words[at + 2], position, words[at + 3]);
          at += 4;
        }
        case Operation.LOCAL -> {
          builder.local(position, words[at + 2], words[at + 3]);
          at += 4;
        }
        case Operation.LOCAL_FUNCTION -> {
          builder.localFunction(position, words[at + 2]);
          at += 3;
        }
        case Operation.ASSIGN -> {
          builder.assign(position, words[at + 2], words[at + 3]);
          at += 4;
        }
        case Operation.FUNCTION_DECLARATION -> {
          builder.functionDeclaration(position);
          at += 2;
        }
        case Operation.METHOD_DECLARATION -> {
          builder.methodDeclaration(position, words[at + 2], words[at + 3]);
          at += 4;
        }
        case Operation.ELSE_IF -> {
          builder.elseIf(position);
          at += 2;
        }
        case Operation.IF_STATEMENT -> {
          builder.ifStatement(position, words[at + 2], words[at + 3] != 0);
          at += 4;
        }
        case Operation.WHILE_STATEMENT -> {
          builder.whileStatement(position);
          at += 2;
        }
        case Operation.REPEAT_STATEMENT -> {
          builder.repeatStatement(position);
          at += 2;
        }
        case Operation.NUMERIC_FOR -> {
          builder.numericFor(position, words[at + 2] != 0);
          at += 3;
        }
        case Operation.GENERIC_FOR -> {
          builder.genericFor(position, words[at + 2], words[at + 3]);
          at += 4;
        }
        case Operation.DO_STATEMENT -> {
          builder.doStatement(position);
          at += 2;
        }
        case Operation.RETURN_STATEMENT -> {
          builder.returnStatement(position, words[at + 2]);
          at += 3;
        }
        case Operation.BREAK_STATEMENT -> {
          builder.breakStatement(position);
          at += 2;
        }
        case Operation.GOTO_STATEMENT -> {
          builder.gotoStatement(position, words[at + 2]);
          at += 3;
        }
        case Operation.LABEL -> {
          builder.label(position, words[at + 2]);
          at += 3;
        }
        case Operation.BLOCK -> {
          builder.block(position, words[at + 2]);
          at += 3;
        }
        case Operation.CHUNK -> {
          builder.chunk(position);
          at += 2;
        }
        default -> at = TypedReplay.play(words, at, builder);
      }
    }
    this.at = at;
    this.numberAt = numberAt;
    return at == words.length;
  }
}
