package io.tweestap.client.policy;

import java.util.Map;

/// The users of one group.
///
/// @param group the group
/// @param text the finding in a sentence
/// @param users users that were looked at
/// @param couldNotLogIn those who could not log in as they are
/// @param outcomes how many users meet which outcome
public record PreviewGroup(
    String group, String text, int users, int couldNotLogIn, Map<String, Integer> outcomes) {}
