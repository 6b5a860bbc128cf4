package dev.arenabench.heap;

/// A node that only `TYPED_LUA` has.
public sealed interface TypedNode extends Node
    permits TypedExpression, Clause, Pattern, Type, Member, TypedStatement, Declaration {}
