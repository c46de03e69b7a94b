package io.tweestap.user.web;

import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
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
        Optional.ofNullable(group).map(ListQuery::readGroup),
        Optional.ofNullable(state)
            .map(text -> UserState.of(text).orElseThrow(() -> unknown("state"))),
        Optional.ofNullable(cursor)
            .map(text -> Cursor.read(text).orElseThrow(() -> unknown("cursor"))),
        size());
  }

  private static String readGroup(String group) {
    if (!Groups.isName(group)) {
      throw unknown("group");
    }
    return group;
  }

  private int size() {
    int size = limit == null ? Page.DEFAULT_SIZE : limit;
    if (size < 1 || size > Page.MAX_SIZE) {
      throw Fields.invalid("limit", "must be a number from 1 to " + Page.MAX_SIZE);
    }
    return size;
  }

  private static Problem unknown(String field) {
    return Fields.invalid(field, "has a value that is not known");
  }
}
