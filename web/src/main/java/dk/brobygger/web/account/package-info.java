/**
 * Who is told of what: subscribers with their profile and saved searches, how they come by double
 * opt-in, change their mind, leave and are erased. Nothing changes by GET; who holds a signed link
 * from a mail may act for its subscriber, so there are no passwords and no cookies to steal.
 *
 * <p>This room does not write or send mail.
 */
@NullMarked
package dk.brobygger.web.account;

import org.jspecify.annotations.NullMarked;
