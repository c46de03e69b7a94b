package io.tweestap.client.user;

/// What came of writing a user.
public sealed interface PutOutcome {
  /// The user is there, as it is now.
  record Done(User user) implements PutOutcome {}

  /// An address cannot be used: ask the person for another one.
  ///
  /// @param code `invalid_number`, `invalid_address`, `country_not_allowed` or
  ///   `number_type_not_allowed`
  /// @param detail what is wrong with it, as a sentence
  record BadAddress(String code, String detail) implements PutOutcome {}

  /// The user was closed for good: use another reference, or erase the user first.
  record Closed() implements PutOutcome {}
}
