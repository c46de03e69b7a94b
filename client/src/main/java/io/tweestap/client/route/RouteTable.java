package io.tweestap.client.route;

import java.util.List;

/// The rules of a tenant, in their order: the first that fits a message decides.
///
/// @param version grows with each change; 0 before the first
/// @param rules the first that fits decides
public record RouteTable(int version, List<RouteRule> rules) {}
