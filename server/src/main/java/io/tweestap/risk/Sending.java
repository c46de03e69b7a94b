package io.tweestap.risk;

import io.tweestap.shared.Channel;
import io.tweestap.shared.PhoneNumber;
import java.util.Optional;

/// A code that is about to be sent.
///
/// @param source address of the visitor who causes it, as it is counted; empty where nobody knows
/// @param real whether a carrier takes it that reaches people; false for the sandbox
public record Sending(PhoneNumber number, Channel channel, Optional<String> source, boolean real) {}
