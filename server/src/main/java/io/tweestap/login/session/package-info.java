/// Sessions: a login that passed, with an end and an idle end that the server keeps.
@NullMarked
package io.tweestap.login.session;

import org.jspecify.annotations.NullMarked;
