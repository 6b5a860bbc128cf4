package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;

/// A pattern, or a piece of one. The simplest pattern is a [Node.LocalName].
public sealed interface Pattern extends TypedNode {
  record Wildcard(int position) implements Pattern {
    @Override
    public int kind() {
      return Kind.WILDCARD;
    }
  }

  record LiteralPattern(Node literal, int position) implements Pattern {
    @Override
    public int kind() {
      return Kind.LITERAL_PATTERN;
    }
  }

  record OrPattern(Node[] patterns, int position) implements Pattern {
    @Override
    public int kind() {
      return Kind.OR_PATTERN;
    }
  }

  /// @param elements patterns, [Hole], [PatternDefault] or [RestPattern]
  record ArrayPattern(Node[] elements, int position) implements Pattern {
    @Override
    public int kind() {
      return Kind.ARRAY_PATTERN;
    }
  }

  record Hole(int position) implements Pattern {
    @Override
    public int kind() {
      return Kind.HOLE;
    }
  }

  /// @param fields [Node.LocalName], [PatternField], [ComputedPatternField], [PatternDefault] or
  ///   [RestPattern]
  record ObjectPattern(Node[] fields, int position) implements Pattern {
    @Override
    public int kind() {
      return Kind.OBJECT_PATTERN;
    }
  }

  record PatternField(int symbol, Node pattern, int position) implements Pattern {
    @Override
    public int kind() {
      return Kind.PATTERN_FIELD;
    }
  }

  record ComputedPatternField(Node key, Node pattern, int position) implements Pattern {
    @Override
    public int kind() {
      return Kind.COMPUTED_PATTERN_FIELD;
    }
  }

  record PatternDefault(Node pattern, Node value, int position) implements Pattern {
    @Override
    public int kind() {
      return Kind.PATTERN_DEFAULT;
    }
  }

  record RestPattern(LocalName name, int position) implements Pattern {
    @Override
    public int kind() {
      return Kind.REST_PATTERN;
    }
  }

  /// @param pieces [TypedExpression.TemplateText] or patterns
  record TemplatePattern(Node[] pieces, int position) implements Pattern {
    @Override
    public int kind() {
      return Kind.TEMPLATE_PATTERN;
    }
  }
}
