package io.tweestap.risk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The fraud guard on the whole installation.
///
/// @param mode what it does for tenants that chose nothing themselves
/// @param messagesMode the same for messages that applications write themselves
/// @param guardSandbox whether it also judges what only the sandbox carrier would take, which costs
///   nobody anything; to try it out
@ConfigurationProperties(value = "tweestap.risk", ignoreUnknownFields = false)
public record RiskProperties(
    @DefaultValue("enforce") FraudMode mode,
    @DefaultValue("record_only") FraudMode messagesMode,
    @DefaultValue("false") boolean guardSandbox) {}
