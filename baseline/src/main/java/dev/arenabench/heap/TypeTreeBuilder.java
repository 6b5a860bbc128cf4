package dev.arenabench.heap;

import dev.arenabench.heap.Clause.TypeClause;
import dev.arenabench.heap.Clause.TypeParameters;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.TypedConstructs;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The part of [HeapTreeBuilder] for types and patterns.
abstract sealed class TypeTreeBuilder extends NodeStack implements TypedConstructs
    permits TypedTreeBuilder {
  private static final int[] NO_IDENTIFIERS = {};

  /// Symbol and position of each [#identifier] since the last construct that took them.
  private int[] identifiers = new int[8];

  private int identifierWords;

  @Override
  final void open() {
    super.open();
    identifierWords = 0;
  }

  // Patterns.

  @Override
  public void wildcard(int position) {
    push(new Pattern.Wildcard(position));
  }

  @Override
  public void literalPattern(int position) {
    push(new Pattern.LiteralPattern(pop(), position));
  }

  @Override
  public void orPattern(int position, int patternCount) {
    push(new Pattern.OrPattern(nodes(patternCount), position));
  }

  @Override
  public void arrayPattern(int position, int elementCount) {
    push(new Pattern.ArrayPattern(nodes(elementCount), position));
  }

  @Override
  public void hole(int position) {
    push(new Pattern.Hole(position));
  }

  @Override
  public void objectPattern(int position, int fieldCount) {
    push(new Pattern.ObjectPattern(nodes(fieldCount), position));
  }

  @Override
  public void patternField(int position, int symbol) {
    push(new Pattern.PatternField(symbol, pop(), position));
  }

  @Override
  public void computedPatternField(int position) {
    Node pattern = pop();
    push(new Pattern.ComputedPatternField(pop(), pattern, position));
  }

  @Override
  public void patternDefault(int position) {
    Node value = pop();
    push(new Pattern.PatternDefault(pop(), value, position));
  }

  @Override
  public void restPattern(int position) {
    push(new Pattern.RestPattern((Node.LocalName) pop(), position));
  }

  @Override
  public void templatePattern(int position, int pieceCount) {
    push(new Pattern.TemplatePattern(nodes(pieceCount), position));
  }

  // Types.

  @Override
  public void primitiveType(int position, int symbol) {
    push(new Type.Primitive(symbol, position));
  }

  @Override
  public void typeName(int position, int symbol) {
    push(new Type.TypeName(symbol, position));
  }

  @Override
  public void typeReference(int position, int argumentCount, int identifierCount) {
    int symbol = identifiers[identifierWords - 2];
    int[] qualifiers = identifiers(identifierCount - 1);
    push(new Type.TypeReference(nodes(argumentCount), qualifiers, symbol, position));
  }

  @Override
  public void literalType(int position) {
    push(new Type.LiteralType(pop(), position));
  }

  @Override
  public void templateType(int position, int pieceCount) {
    push(new Type.TemplateType(nodes(pieceCount), position));
  }

  @Override
  public void unionType(int position, int typeCount) {
    push(new Type.Several(Kind.UNION_TYPE, nodes(typeCount), position));
  }

  @Override
  public void intersectionType(int position, int typeCount) {
    push(new Type.Several(Kind.INTERSECTION_TYPE, nodes(typeCount), position));
  }

  @Override
  public void functionType(int position, boolean hasTypeParameters, int parameterCount) {
    Node returnType = pop();
    Node[] parameters = nodes(parameterCount);
    push(
        new Type.FunctionType(typeParameters(hasTypeParameters), parameters, returnType, position));
  }

  @Override
  public void arrayType(int position) {
    push(new Type.OfType(Kind.ARRAY_TYPE, pop(), position));
  }

  @Override
  public void indexedAccessType(int position) {
    Node key = pop();
    push(new Type.IndexedAccess(pop(), key, position));
  }

  @Override
  public void nullableType(int position) {
    push(new Type.OfType(Kind.NULLABLE_TYPE, pop(), position));
  }

  @Override
  public void tupleType(int position, int elementCount) {
    push(new Type.Several(Kind.TUPLE_TYPE, nodes(elementCount), position));
  }

  @Override
  public void tupleElement(int position, int symbol, int modifiers) {
    push(new Type.TupleElement(pop(), symbol, modifiers, position));
  }

  @Override
  public void variadicType(int position) {
    push(new Type.OfType(Kind.VARIADIC_TYPE, pop(), position));
  }

  @Override
  public void objectType(int position, int memberCount) {
    push(new Type.ObjectType(nodes(memberCount), position));
  }

  @Override
  public void mappedType(int position, int symbol, int symbolPosition, int modifiers) {
    Node values = pop();
    push(new Type.MappedType(pop(), values, symbol, symbolPosition, modifiers, position));
  }

  @Override
  public void conditionalType(int position) {
    Node otherwise = pop();
    Node then = pop();
    Node bound = pop();
    push(new Type.ConditionalType(pop(), bound, then, otherwise, position));
  }

  @Override
  public void inferType(int position, int symbol, int symbolPosition, boolean hasConstraint) {
    push(new Type.InferType(typeClause(hasConstraint), symbol, symbolPosition, position));
  }

  @Override
  public void keyofType(int position) {
    push(new Type.OfType(Kind.KEYOF_TYPE, pop(), position));
  }

  @Override
  public void typeofType(int position) {
    push(new Type.TypeofType(pop(), position));
  }

  @Override
  public void predicateType(int position, int symbol) {
    push(new Type.PredicateType(symbol, pop(), position));
  }

  @Override
  public void parenType(int position) {
    push(new Type.OfType(Kind.PAREN_TYPE, pop(), position));
  }

  // What others need too.

  @Override
  public void identifier(int position, int symbol) {
    if (identifierWords == identifiers.length) {
      identifiers = Arrays.copyOf(identifiers, identifierWords * 2);
    }
    identifiers[identifierWords++] = symbol;
    identifiers[identifierWords++] = position;
  }

  /// Takes the names that wait.
  ///
  /// @param count how many of them, from the first, are answered with symbol and position
  final int[] identifiers(int count) {
    identifierWords = 0;
    return count == 0 ? NO_IDENTIFIERS : Arrays.copyOf(identifiers, 2 * count);
  }

  final @Nullable TypeParameters typeParameters(boolean has) {
    return has ? (TypeParameters) pop() : null;
  }

  final @Nullable TypeClause typeClause(boolean has) {
    return has ? (TypeClause) pop() : null;
  }
}
