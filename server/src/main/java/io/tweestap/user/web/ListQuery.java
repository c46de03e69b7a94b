package io.tweestap.user.web;

import io.tweestap.shared.web.QueryFields;
import io.tweestap.user.Groups;
import io.tweestap.user.UserFilter;
import io.tweestap.user.UserState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The query of `GET /v1/users`.
record ListQuery(
    @Nullable String group,
    @Nullable String state,
    @Nullable String cursor,
    @Nullable Integer limit) {
  UserFilter read() {
    return new UserFilter(
        QueryFields.known("group", group, text -> Optional.of(text).filter(Groups::isName)),
        QueryFields.known("state", state, UserState::of),
        QueryFields.cursor(cursor),
        QueryFields.size(limit));
  }
}
