package io.tweestap.user.notice;

import io.tweestap.shared.EmailAddress;
import java.util.List;
import java.util.Map;

/// Something to tell a user about the account (REC-5). What, when, and how to object are said by
/// the texts; here are only the words that go in.
///
/// @param words exactly those that the kind names; they are put on one line and lose their links
/// @param also addresses that are told besides those the user has, such as one about to vanish
public record Notice(NoticeKind kind, Map<String, String> words, List<EmailAddress> also) {
  public Notice {
    words = Map.copyOf(words);
    also = List.copyOf(also);
    if (!words.keySet().equals(kind.words())) {
      throw new IllegalArgumentException(kind + " takes the words " + kind.words());
    }
  }

  /// A notice to the addresses that the user has.
  public static Notice of(NoticeKind kind, Map<String, String> words) {
    return new Notice(kind, words, List.of());
  }
}
