package dev.arenabench.harness.corpus;

import dev.arenabench.frontend.Dialects;
import dev.arenabench.frontend.Lexer;
import dev.arenabench.frontend.Parser;
import dev.arenabench.frontend.SourceText;
import dev.arenabench.frontend.Token;
import dev.arenabench.frontend.TokenStream;
import dev.arenabench.harness.corpus.Corpus.SourceFile;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Figures of sources by which two bodies of code are compared.
final class SourceProfile {
  private final Interner interner = new Interner();
  private final Parser parser = new Parser(interner);
  private final Lexer lexer = new Lexer(interner);
  private final TokenStream tokens = new TokenStream(lexer);
  private final Census census = new Census();
  private final Set<Integer> names = new HashSet<>();
  private final Set<Integer> strings = new HashSet<>();
  private final Set<Long> numbers = new HashSet<>();
  private long bytes;
  private long nameCount;
  private long nameBytes;

  /// Adds a source; what is wrong with it is an assertion error.
  SourceProfile add(SourceFile file) {
    SourceText text = file.text();
    try {
      Dialect dialect = Dialects.of(file.name());
      parser.parse(text.bytes(), text.length(), dialect, new Counter(census.counts()));
      lexer.reset(text.bytes(), text.length(), dialect);
      tokens.reset();
      for (int token = tokens.next(); token != Token.EOF; token = tokens.next()) {
        switch (token) {
          case Token.NAME -> {
            nameCount++;
            nameBytes += lexer.end() - lexer.start();
            names.add(lexer.symbol());
          }
          case Token.STRING -> strings.add(lexer.symbol());
          case Token.INTEGER, Token.FLOAT -> numbers.add(lexer.bits());
          default -> {}
        }
      }
    } catch (SyntaxException e) {
      throw new AssertionError(
          file.name() + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), e);
    }
    bytes += file.bytes().length;
    return this;
  }

  static SourceProfile of(Corpus corpus) {
    SourceProfile profile = new SourceProfile();
    corpus.files().forEach(profile::add);
    return profile;
  }

  /// Nodes by kind; 0 for parts.
  int[] nodes() {
    int[] nodes = new int[Kind.LIMIT];
    Arrays.setAll(nodes, kind -> kind == 0 ? 0 : census.of(kind));
    return nodes;
  }

  double bytesPerNode() {
    return (double) bytes / census.total();
  }

  /// Mean over all uses.
  double nameLength() {
    return (double) nameBytes / nameCount;
  }

  int distinctNames() {
    return names.size();
  }

  int distinctStrings() {
    return strings.size();
  }

  int distinctNumbers() {
    return numbers.size();
  }

  /// Counts constructs as they are reported; there is no tree.
  private record Counter(int[] counts) implements TreeBuilder {
    @Override
    public void begin(int sourceBytes) {}

    @Override
    public void leaf(int kind, int position) {
      counts[kind]++;
    }

    @Override
    public void symbol(int kind, int position, int symbol) {
      counts[kind]++;
    }

    @Override
    public void number(int kind, int position, long bits) {
      counts[kind]++;
    }

    @Override
    public void wrap(int kind, int position, int symbol) {
      counts[kind]++;
    }

    @Override
    public void node(int kind, int position, int childCount) {
      counts[kind]++;
    }
  }
}
