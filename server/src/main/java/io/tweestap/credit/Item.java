package io.tweestap.credit;

import io.tweestap.shared.PhoneNumber;

/// One message that is to be paid for. `toString` masks the number.
///
/// @param sender as the recipient sees it
/// @param parts the most SMS parts that it can take, 1 or more
/// @param code whether it carries a code of the program's own, which proves the number
public record Item(PhoneNumber to, String sender, int parts, boolean code) {}
