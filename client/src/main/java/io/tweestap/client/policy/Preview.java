package io.tweestap.client.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What would happen to the users.
///
/// @param date the day it is about
/// @param text the finding in a sentence
/// @param users users that were looked at
/// @param couldNotLogIn those who could not log in as they are
/// @param outcomes how many users meet which outcome
/// @param groups for each group that one of the users is in, by name; at most 1000
/// @param examples of those who could not log in, at most 100
public record Preview(
    LocalDate date,
    String text,
    int users,
    int couldNotLogIn,
    Map<String, Integer> outcomes,
    List<PreviewGroup> groups,
    List<PreviewExample> examples) {}
