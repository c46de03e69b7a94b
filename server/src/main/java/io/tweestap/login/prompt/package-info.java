/// Logins that people do on pages of ours: opened once by a token, in one browser, which alone
/// brings back what the application needs to take the result ([io.tweestap.login.prompt.Prompts],
/// [io.tweestap.login.prompt.Claims]).
@NamedInterface("prompt")
@NullMarked
package io.tweestap.login.prompt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
