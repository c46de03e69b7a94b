/// The pages where users look after their own second step (`/account`): what is required of them,
/// their factors, recovery codes and app passwords, where they are logged in, what happened. A link
/// of the application opens them; [io.tweestap.page.account.AccountGate] lets in whoever opened it.
@NullMarked
package io.tweestap.page.account;

import org.jspecify.annotations.NullMarked;
