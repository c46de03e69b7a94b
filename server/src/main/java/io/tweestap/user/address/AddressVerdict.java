package io.tweestap.user.address;

/// What is to be said about an address before it is kept.
public sealed interface AddressVerdict {
  /// Fit to be kept, in its one form.
  record Usable(NewAddress address) implements AddressVerdict {}

  /// Not a mail address.
  record NotMail() implements AddressVerdict {}

  /// Masked, as answers show it: not the address itself.
  record Masked() implements AddressVerdict {}

  /// Not a phone number.
  ///
  /// @param reason what is wrong with it, in words, for a programmer
  record NotANumber(String reason) implements AddressVerdict {}

  /// A number that somebody earns from.
  record Costly(String kind) implements AddressVerdict {}

  /// A number of a country that the tenant does not send to.
  record CountryNotAllowed(String country) implements AddressVerdict {}
}
