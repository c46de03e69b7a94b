package io.tweestap.client.inbound;

import java.util.List;

/// What a tenant chose about STOP, START and HELP.
///
/// @param codesExempt whether one-time codes are sent all the same
/// @param answers whether the three words are answered
/// @param languages whose words count besides English: `en`, `nl`, `de`, `fr`, `es`
public record OptOutSettings(boolean codesExempt, boolean answers, List<String> languages) {}
