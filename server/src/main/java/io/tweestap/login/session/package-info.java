/// Sessions: a login that passed, with an end and an idle end that the server keeps.
@NamedInterface("session")
@NullMarked
package io.tweestap.login.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
