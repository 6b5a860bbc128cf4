package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import org.jspecify.annotations.Nullable;

/// A statement of `TYPED_LUA` that declares, imports or exports, or a piece of one.
public sealed interface Declaration extends TypedNode {
  /// @param implementedTypes of kind [Kind#IMPLEMENTED_TYPES]
  record ClassDeclaration(
      Clause.Decorator[] decorators,
      Clause.@Nullable TypeParameters typeParameters,
      @Nullable PrimaryConstructor primaryConstructor,
      @Nullable Extends extended,
      Clause.@Nullable Types implementedTypes,
      Node[] members,
      int symbol,
      int symbolPosition,
      int modifiers,
      int position)
      implements Declaration {
    @Override
    public int kind() {
      return Kind.CLASS;
    }
  }

  record PrimaryConstructor(Node[] parameters, int position) implements Declaration {
    @Override
    public int kind() {
      return Kind.PRIMARY_CONSTRUCTOR;
    }
  }

  record Extends(Node type, Clause.@Nullable Arguments arguments, int position)
      implements Declaration {
    @Override
    public int kind() {
      return Kind.EXTENDS;
    }
  }

  /// @param extendedTypes of kind [Kind#EXTENDED_TYPES]
  record InterfaceDeclaration(
      Clause.@Nullable TypeParameters typeParameters,
      Clause.@Nullable Types extendedTypes,
      Node[] members,
      int symbol,
      int symbolPosition,
      int position)
      implements Declaration {
    @Override
    public int kind() {
      return Kind.INTERFACE;
    }
  }

  record TypeAlias(
      Clause.@Nullable TypeParameters typeParameters,
      Node type,
      int symbol,
      int symbolPosition,
      int position)
      implements Declaration {
    @Override
    public int kind() {
      return Kind.TYPE_ALIAS;
    }
  }

  /// @param implementedTypes of kind [Kind#IMPLEMENTED_TYPES]
  record EnumDeclaration(
      @Nullable PrimaryConstructor primaryConstructor,
      Clause.@Nullable Types implementedTypes,
      Member.EnumMember[] enumMembers,
      Node[] members,
      int symbol,
      int symbolPosition,
      int position)
      implements Declaration {
    @Override
    public int kind() {
      return Kind.ENUM;
    }
  }

  /// @param names symbol and position of each name, one after the other
  record Namespace(Block body, int[] names, int position) implements Declaration {
    @Override
    public int kind() {
      return Kind.NAMESPACE;
    }
  }

  /// @param whole of kind [Kind#IMPORT_DEFAULT]
  /// @param namespace of kind [Kind#IMPORT_NAMESPACE]
  record Import(
      @Nullable ImportedName whole,
      @Nullable ImportedName namespace,
      ModuleItem[] items,
      StringLiteral source,
      int modifiers,
      int position)
      implements Declaration {
    @Override
    public int kind() {
      return Kind.IMPORT;
    }
  }

  /// @param kind [Kind#IMPORT_DEFAULT] or [Kind#IMPORT_NAMESPACE]
  record ImportedName(int kind, int symbol, int position) implements Declaration {}

  /// @param kind [Kind#IMPORT_ITEM] or [Kind#EXPORT_ITEM]
  /// @param symbol its name, which stands at `position`
  /// @param alias 0 if there is none
  record ModuleItem(int kind, int symbol, int alias, int aliasPosition, int modifiers, int position)
      implements Declaration {}

  record Export(Node statement, int position) implements Declaration {
    @Override
    public int kind() {
      return Kind.EXPORT;
    }
  }

  /// @param value an expression, [ClassDeclaration] or [Node.FunctionDeclaration]
  record ExportDefault(Node value, int position) implements Declaration {
    @Override
    public int kind() {
      return Kind.EXPORT_DEFAULT;
    }
  }

  record ExportList(ModuleItem[] items, @Nullable StringLiteral source, int modifiers, int position)
      implements Declaration {
    @Override
    public int kind() {
      return Kind.EXPORT_LIST;
    }
  }

  /// @param alias 0 if there is none
  record ExportAll(StringLiteral source, int alias, int aliasPosition, int modifiers, int position)
      implements Declaration {
    @Override
    public int kind() {
      return Kind.EXPORT_ALL;
    }
  }

  record Declare(Node declaration, int position) implements Declaration {
    @Override
    public int kind() {
      return Kind.DECLARE;
    }
  }

  record DeclaredFunction(Clause.Signature signature, int symbol, int symbolPosition, int position)
      implements Declaration {
    @Override
    public int kind() {
      return Kind.DECLARED_FUNCTION;
    }
  }

  record DeclaredConst(Node type, int symbol, int symbolPosition, int position)
      implements Declaration {
    @Override
    public int kind() {
      return Kind.DECLARED_CONST;
    }
  }
}
