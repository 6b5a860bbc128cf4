package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.arena.Arena;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Modifier;
import dev.arenabench.syntax.TreeBuilder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What `verify` says of typed trees that no parser reports. That it says nothing of those that one
/// does is asked in [TypedTreesTest].
class TypedRulesTest {
  private static final int SOURCE_BYTES = 100;

  private final Interner interner = new Interner();
  private final int x = symbol("x");

  private int symbol(String text) {
    return interner.intern(Sources.bytes(text), 0, text.length());
  }

  // Payloads.

  @Test
  void verify_payloads_areWhatTheKindSays() {
    assertReturn(
        "handle=0, kind=primitive-type: symbol=" + x + " is no name",
        b -> {
          b.primitiveType(5, x);
          b.typeofType(4);
        });
    assertReturn(
        "handle=0, kind=template-text: symbol=" + symbol("") + " is no name",
        b -> {
          b.templateText(5, symbol(""));
          b.template(4, 1);
        });
    assertStatement(
        "handle=2, kind=modifiers: modifiers=0, least=1, limit=" + Modifier.LIMIT,
        b -> {
          b.string(5, x);
          b.symbol(Kind.IDENTIFIER, 3, x);
          b.symbol(Kind.MODIFIERS, 1, 0);
          b.node(Kind.EXPORT_ALL, 1, 3);
        });
    assertClass(
        "handle=2, kind=operator-name: operator=" + Kind.AND + " cannot be overloaded",
        b -> {
          function(b, 4);
          b.operator(3, 0, Kind.AND, 0);
        });
  }

  @Test
  void verify_modifiers_areThoseOfTheOwner() {
    assertStatement(
        "handle=3, kind=import: modifier static",
        b -> {
          b.importDefault(2, x);
          b.string(5, x);
          b.importStatement(1, true, false, 0, Modifier.STATIC | Modifier.TYPE_ONLY);
        });
    assertClass(
        "handle=2, kind=property: modifier type", b -> b.property(3, 0, false, false, x, 512));
    assertStatement(
        "handle=2, kind=class: modifier static",
        b -> b.classDeclaration(1, 0, false, false, false, false, 0, x, 2, Modifier.STATIC));
    assertFunction(
        "handle=2, kind=typed-parameter: modifier readonly",
        1,
        b -> {
          b.parameter(5, x);
          b.typedParameter(5, false, false, Modifier.READONLY);
        });
  }

  // Children.

  @Test
  void verify_literals_areLiterals() {
    assertMatch(
        "handle=3, kind=literal-pattern: child=0 is negate of string",
        b -> {
          b.string(6, x);
          b.unary(Kind.NEGATE, 5);
          b.literalPattern(5);
        });
    assertType(
        "handle=2, kind=literal-type: child=0 is nil, expected=literal-of-type",
        b -> {
          b.nil(5);
          b.literalType(5);
        });
  }

  @Test
  void verify_names_areChainsOfNames() {
    assertType(
        "handle=4, kind=typeof-type: child=0 is no chain of fields of a name",
        b -> {
          b.nil(6);
          b.paren(5);
          b.field(7, x);
          b.typeofType(4);
        });
    assertReturn(
        "handle=3, kind=new: child=0 is no chain of fields of a name",
        b -> {
          b.vararg(6);
          b.paren(5);
          b.field(7, x);
          b.newObject(4, false, 0);
        });
    assertStatement(
        "handle=4, kind=decorator: child=0 is no chain of calls of a name",
        b -> {
          b.nil(3);
          b.paren(2);
          b.field(4, x);
          b.call(5, 0);
          b.decorator(1);
          b.classDeclaration(6, 1, false, false, false, false, 0, x, 7, 0);
        });
  }

  @Test
  void verify_rests_areLast() {
    assertFunction(
        "handle=5, kind=typed-function: child=0 is a rest, but not the last parameter",
        2,
        b -> {
          b.restParameter(5, x);
          b.primitiveType(6, interner.intern(Sources.bytes("any"), 0, 3));
          b.typedParameter(5, true, false, 0);
          b.parameter(7, x);
        });
    assertMatch(
        "handle=4, kind=array-pattern: child=0 is rest-pattern, but not the last",
        b -> {
          b.localName(Kind.LOCAL_NAME, 5, x);
          b.restPattern(4);
          b.wildcard(6);
          b.arrayPattern(3, 2);
        });
  }

  @Test
  void verify_typedKinds_haveSomethingTyped() {
    assertReturn(
        "handle=2, kind=typed-function: nothing is typed",
        b -> {
          b.parameter(5, x);
          b.block(6, 0);
          b.typedFunction(4, false, 1, false, false);
        });
    assertFunction(
        "handle=1, kind=typed-parameter: children=1, least=2",
        1,
        b -> {
          b.parameter(5, x);
          b.typedParameter(5, false, false, 0);
        });
    assertType(
        "handle=2, kind=type-reference: children=1, least=2",
        b -> {
          b.identifier(5, x);
          b.typeReference(5, 0, 1);
        });
    assertStatement(
        "handle=1, kind=try: children=1, least=2",
        b -> {
          b.block(3, 0);
          b.tryStatement(1, 0, false);
        });
  }

  @Test
  void verify_templates_haveNoTwoTextsInSequence() {
    assertReturn(
        "handle=2, kind=template: child=1 is a text behind a text",
        b -> {
          b.templateText(5, x);
          b.templateText(6, x);
          b.template(4, 2);
        });
  }

  @Test
  void verify_functionTypes_haveNoDefaults() {
    assertType(
        "handle=3, kind=default-value: below function-type",
        b -> {
          b.parameter(4, x);
          b.nil(6);
          b.defaultValue(5);
          b.typedParameter(4, false, true, 0);
          b.typeName(8, x);
          b.functionType(7, false, 1);
        });
  }

  @Test
  void verify_patternFields_areNamed() {
    assertMatch(
        "handle=3, kind=pattern-default: child=0 is wildcard, expected=name",
        b -> {
          b.wildcard(4);
          b.nil(6);
          b.patternDefault(5);
          b.objectPattern(3, 1);
        });
  }

  @Test
  void verify_singleNames_areNoPatterns() {
    assertStatement(
        "handle=3, kind=binding: child=0 is array-pattern, expected=name",
        b -> {
          b.block(2, 0);
          b.arrayPattern(4, 0);
          b.typeName(5, x);
          b.binding(4);
          b.block(6, 0);
          b.catchClause(3, true);
          b.tryStatement(1, 1, false);
        });
  }

  @Test
  void verify_declaredNames_areOfTheirStatement() {
    assertStatement(
        "handle=0, kind=close-name: expected=const-name",
        b -> {
          b.localName(Kind.CLOSE_NAME, 2, x);
          b.nil(3);
          b.constStatement(1, 1, 1);
        });
    assertStatement(
        "handle=0, kind=const-name: expected=local-name",
        b -> {
          b.localName(Kind.CONST_NAME, 3, x);
          b.arrayPattern(2, 1);
          b.nil(4);
          b.local(1, 1, 1);
        });
    assertMatch(
        "handle=1, kind=const-name: expected=local-name", b -> b.localName(Kind.CONST_NAME, 4, x));
  }

  @Test
  void verify_members_haveABodyUnlessAbstract() {
    assertClass(
        "handle=2, kind=method: no body",
        b -> {
          b.signature(5, false, 0, false, false);
          b.method(3, 0, x, 0);
        });
    assertClass(
        "handle=4, kind=method: abstract, but a body",
        b -> {
          function(b, 5);
          b.method(3, 0, x, Modifier.ABSTRACT);
        });
    assertStatement(
        "handle=2, kind=method: not in an interface",
        b -> {
          b.signature(5, false, 0, false, false);
          b.method(4, 0, x, 0);
          b.interfaceDeclaration(1, false, false, 1, x, 2);
        });
  }

  @Test
  void verify_imports_haveItemsOrANamespace() {
    assertStatement(
        "handle=4, kind=import: child=1 is import-item behind import-namespace",
        b -> {
          b.importNamespace(2, x);
          b.moduleItem(Kind.IMPORT_ITEM, 3, x, 0, 0, 0);
          b.string(4, x);
          b.importStatement(1, false, true, 1, 0);
        });
  }

  @Test
  void verify_declaredNamespaces_haveWhatMayBeDeclared() {
    assertStatement(
        "handle=1, kind=block: child=0 is break, expected=none",
        b -> {
          b.breakStatement(4);
          b.block(4, 1);
          b.identifier(2, x);
          b.namespace(2, 1);
          b.declare(1);
        });
    assertStatement(
        "handle=3, kind=block: child=0 is declared-const, expected=none",
        b -> {
          b.typeName(6, x);
          b.declaredConst(4, x, 5);
          b.block(4, 1);
          b.doStatement(3);
        });
  }

  // Positions.

  @Test
  void verify_positions_followTheSource() {
    assertType(
        "handle=3, kind=union-type: position=4, child=0 at=5",
        b -> {
          b.typeName(5, x);
          b.typeName(6, x);
          b.unionType(4, 2);
        });
    assertType(
        "handle=3, kind=tuple-element: position=4, identifier at=3",
        b -> {
          b.typeName(5, x);
          b.symbol(Kind.IDENTIFIER, 3, x);
          b.node(Kind.TUPLE_ELEMENT, 4, 2);
          b.tupleType(2, 1);
        });
    assertType(
        "handle=3, kind=type-reference: position=4, identifier at=5",
        b -> {
          b.identifier(4, x);
          b.identifier(5, x);
          b.typeReference(4, 0, 2);
        });
    assertStatement(
        "handle=2, kind=type-alias: out of order: position=1 after=1",
        b -> {
          b.typeName(3, x);
          b.typeAlias(1, false, x, 1);
        });
    assertReturn(
        "handle=2, kind=arrow: out of order: position=5 after=6",
        b -> {
          b.parameter(6, x);
          b.nil(7);
          b.arrow(5, false, 1, false);
        });
    assertStatement(
        "handle=3, kind=class: out of order: position=1 after=3",
        b -> {
          b.name(3, x);
          b.decorator(2);
          b.classDeclaration(1, 1, false, false, false, false, 0, x, 4, 0);
        });
    assertStatement(
        "handle=2, kind=class: position=1, modifiers at=2",
        b -> {
          b.symbol(Kind.IDENTIFIER, 3, x);
          b.symbol(Kind.MODIFIERS, 2, Modifier.FINAL);
          b.node(Kind.CLASS, 1, 2);
        });
  }

  // Trees around what is asked.

  private static void function(TreeBuilder builder, int position) {
    builder.block(position + 1, 0);
    builder.function(position, 0, false);
  }

  private void assertReturn(String expected, Consumer<TreeBuilder> value) {
    assertStatement(
        expected,
        b -> {
          value.accept(b);
          b.returnStatement(1, 1);
        });
  }

  private void assertType(String expected, Consumer<TreeBuilder> type) {
    assertStatement(
        expected,
        b -> {
          b.vararg(2);
          type.accept(b);
          b.as(3);
          b.returnStatement(1, 1);
        });
  }

  /// With the pattern of an arm.
  private void assertMatch(String expected, Consumer<TreeBuilder> pattern) {
    assertStatement(
        expected,
        b -> {
          b.vararg(2);
          pattern.accept(b);
          b.nil(9);
          b.matchArm(8, false);
          b.match(1, 1);
        });
  }

  /// With the parameters of a function that returns something.
  private void assertFunction(
      String expected, int parameterCount, Consumer<TreeBuilder> parameters) {
    assertStatement(
        expected,
        b -> {
          parameters.accept(b);
          b.block(9, 0);
          b.node(Kind.TYPED_FUNCTION, 2, parameterCount + 1);
          b.returnStatement(1, 1);
        });
  }

  private void assertClass(String expected, Consumer<TreeBuilder> member) {
    assertStatement(
        expected,
        b -> {
          member.accept(b);
          b.classDeclaration(1, 0, false, false, false, false, 1, x, 2, 0);
        });
  }

  private void assertStatement(String expected, Consumer<TreeBuilder> statement) {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    builder.begin(0);
    statement.accept(builder);
    builder.block(1, 1);
    builder.chunk(0);
    ArenaTree tree = builder.tree();
    CorruptTreeException e =
        assertThrows(CorruptTreeException.class, () -> tree.verify(SOURCE_BYTES, interner));
    assertEquals(expected, e.getMessage());
  }
}
