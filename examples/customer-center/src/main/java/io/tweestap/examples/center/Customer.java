package io.tweestap.examples.center;

/// A customer of the web host.
///
/// @param number what the customer logs in with
/// @param password encoded, as Spring Security stores it: `{bcrypt}...`
/// @param language in which the customer is written to: `nl`, `de` or `en`
/// @param address postal address in one line, which stands on invoices
public record Customer(
    String number, String name, String password, String mail, String language, String address) {
  Customer withPassword(String encoded) {
    return new Customer(number, name, encoded, mail, language, address);
  }

  Customer withAddress(String other) {
    return new Customer(number, name, password, mail, language, other);
  }

  /// Without the password.
  @Override
  public String toString() {
    return "Customer[" + number + "]";
  }
}
