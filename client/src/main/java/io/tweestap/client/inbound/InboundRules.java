package io.tweestap.client.inbound;

import java.util.List;

/// The rules of a tenant, in their order: the first that takes a message counts.
public record InboundRules(List<InboundRule> rules) {}
