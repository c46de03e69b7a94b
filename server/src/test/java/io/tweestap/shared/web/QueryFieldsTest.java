package io.tweestap.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.shared.Page;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What lists are asked with.
class QueryFieldsTest {
  @Test
  void whatIsNotAskedForIsEmptyAndAPageHasItsUsualSize() {
    assertThat(QueryFields.moment("since", null)).isEmpty();
    assertThat(QueryFields.id("subject", null)).isEmpty();
    assertThat(QueryFields.cursor(null)).isEmpty();
    assertThat(QueryFields.known("state", null, Optional::of)).isEmpty();
    assertThat(QueryFields.size(null)).isEqualTo(Page.DEFAULT_SIZE);
  }

  @Test
  void aMomentMayHaveAnyOffset() {
    Instant nine = Instant.parse("2026-12-01T09:00:00Z");
    assertThat(QueryFields.moment("since", "2026-12-01T09:00:00Z")).contains(nine);
    assertThat(QueryFields.moment("since", "2026-12-01T10:00:00+01:00")).contains(nine);
  }

  @Test
  void whatIsWrongIsNamedWithWhatWouldBeRight() {
    refuses(() -> QueryFields.moment("since", "2026-12-01"), "since must be a moment such as");
    refuses(() -> QueryFields.id("subject", "me"), "subject must be an id");
    refuses(() -> QueryFields.cursor("x"), "cursor must be the next_cursor of the page before");
    refuses(() -> QueryFields.known("state", "odd", _ -> Optional.empty()), "state has a value");
    refuses(() -> QueryFields.size(0), "limit must be a number from 1 to " + Page.MAX_SIZE);
    refuses(() -> QueryFields.size(Page.MAX_SIZE + 1), "limit must be a number from 1 to");
  }

  private static void refuses(ThrowingCallable read, String detail) {
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.getBody().getDetail()).contains(detail));
  }
}
