package io.tweestap.delivery.rule;

import java.util.List;

/// The rules of one tenant, in their order.
///
/// @param version grows with each change; 0 before the first
public record RouteTable(int version, List<RouteRule> rules) {
  /// Most rules of a table.
  public static final int RULES_MAX = 200;

  static final RouteTable EMPTY = new RouteTable(0, List.of());

  public RouteTable {
    rules = List.copyOf(rules);
  }
}
