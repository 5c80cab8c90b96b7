#!/bin/bash
# A fresh Debian machine, set up by the steps of .docs/deploy/README.md as they stand, with the parts that an agency has:
# Postfix with Dovecot's SASL over STARTTLS, certificates of an own authority, nginx with TLS, PostgreSQL.
#
#     bash tests/deployment/fresh_machine.sh [sqlite|postgresql]      # as root, in the source folder
#
# For a machine that may be thrown away: it installs packages and writes to /etc, /opt and /var/lib. Without systemd
# (a container) the unit's own user, files and command are used by hand.
set -euo pipefail
kind=${1:-postgresql}
cd "$(dirname "$0")/../.."
site=lich.so.gov.vn relay=smtp.so.gov.vn secret='Mật khẩu số 1'
say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
# A block of the README: the indented lines after the line that contains $1, up to the next text.
block() { awk -v from="$1" 'index($0, from) {on=1; next} on && /^    / {print substr($0, 5); seen=1; next} on && seen && /^[^ ]/ {exit}' .docs/deploy/README.md; }
has_systemd() { [ -d /run/systemd/system ]; }
mails() { grep -c '^Subject:' /var/mail/hopthu 2>/dev/null || true; }
until_true() { for _ in $(seq 100); do if "$@" >/dev/null 2>&1; then return 0; fi; sleep 0.3; done; fail "in vain: $*"; }

say "The agency's own authority, and its two certificates"
printf '127.0.0.1 %s %s so.gov.vn\n' "$site" "$relay" >>/etc/hosts
mkdir -p /etc/ssl/so && cd /etc/ssl/so
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=So" -addext basicConstraints=critical,CA:TRUE -keyout ca.key -out /etc/ssl/so-ca.pem 2>/dev/null
for name in "$site" "$relay"; do
    openssl req -newkey rsa:2048 -nodes -subj "/CN=$name" -keyout "$name.key" -out "$name.csr" 2>/dev/null
    openssl x509 -req -in "$name.csr" -CA /etc/ssl/so-ca.pem -CAkey ca.key -CAcreateserial -days 30 \
        -extfile <(printf 'subjectAltName=DNS:%s' "$name") -out "$name.pem" 2>/dev/null
done
cd - >/dev/null

say "The agency's mail server: Postfix, Dovecot's SASL, submission with STARTTLS and a password"
apt-get update -qq
echo "postfix postfix/main_mailer_type select Internet Site" | debconf-set-selections
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postfix dovecot-core curl >/dev/null
id hopthu >/dev/null 2>&1 || useradd --create-home hopthu
postconf -e "myhostname=$relay" "mydestination=so.gov.vn, $relay" "luser_relay=hopthu" "local_recipient_maps=" \
    "inet_interfaces=loopback-only" "smtpd_tls_cert_file=/etc/ssl/so/$relay.pem" "smtpd_tls_key_file=/etc/ssl/so/$relay.key" \
    "smtpd_sasl_type=dovecot" "smtpd_sasl_path=private/auth" "maillog_file=/var/log/postfix.log" "mailbox_command="
postconf -M "submission/inet=submission inet n - n - - smtpd"
for option in smtpd_tls_security_level=encrypt smtpd_sasl_auth_enable=yes smtpd_tls_auth_only=yes \
    smtpd_recipient_restrictions=permit_sasl_authenticated,reject; do postconf -P "submission/inet/$option"; done
cat >/etc/dovecot/dovecot.conf <<CONF
protocols =
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
passdb {
  driver = passwd-file
  args = /etc/dovecot/users
}
userdb {
  driver = static
  args = uid=65534 gid=65534 home=/nonexistent
}
service auth {
  unix_listener /var/spool/postfix/private/auth {
    mode = 0660
    user = postfix
    group = postfix
  }
}
CONF
printf 'lich:{PLAIN}%s\n' "$secret" >/etc/dovecot/users
chmod 0640 /etc/dovecot/users && chgrp dovecot /etc/dovecot/users
if has_systemd; then systemctl restart dovecot postfix; else dovecot; postfix start; fi

options=
if [ "$kind" = postgresql ]; then
    say "PostgreSQL, by the README's block"
    block '## PostgreSQL' | tee /dev/stderr >/tmp/postgresql.sh
    if ! has_systemd; then DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null; pg_ctlcluster "$(pg_lsclusters -h | awk '{print $1; exit}')" main start || true; fi
    sh -e /tmp/postgresql.sh
    options="--database-url postgresql+psycopg://campaign@/campaign"
fi

say "The program, by the README's first block"
block '# Cài đặt trên máy chủ' | sed "s#campaign init --name#campaign init $options --name#" | tee /dev/stderr >/tmp/install.sh
sh -e /tmp/install.sh

say "Its configuration: the proxy, the mail server"
file=/var/lib/campaign/campaign.toml
sed -i 's/^\[server\]/[server]\nproxies = 1/; /^server = ""/d' "$file"
sed -i "/^\[mail\]/r /dev/stdin" "$file" <<<"$(block 'máy chủ thư trong' | sed '/^set -a/,$d; /^\[mail\]/d; s/^# ca_file/ca_file/')"
printf 'CAMPAIGN_MAIL__PASSWORD="%s"\n' "$secret" >/etc/campaign.env

say "nginx with TLS"
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light >/dev/null || true
{
    printf 'server {\nlisten 127.0.0.1:443 ssl; server_name %s;\n' "$site"
    printf 'ssl_certificate /etc/ssl/so/%s.pem; ssl_certificate_key /etc/ssl/so/%s.key;\n' "$site" "$site"
    cat .docs/deploy/nginx.conf
    echo '}'
} >/etc/nginx/sites-enabled/default
nginx -t
if has_systemd; then systemctl restart nginx; else nginx; fi

say "Checked, tried, started: by the README's block"
systemctl() { # what the unit says, where there is no systemd
    if has_systemd; then command systemctl "$@"; return; fi
    case "$*" in *campaign*)
        unit=/etc/systemd/system/campaign.service
        systemd-analyze verify "$unit" || true
        cd "$(sed -n 's/^WorkingDirectory=//p' $unit)"
        runuser -u "$(sed -n 's/^User=//p' $unit)" -- $(sed -n 's/^ExecStart=//p' $unit) >>/var/log/campaign.log 2>&1 &
        program=$!
        cd - >/dev/null ;;
    esac
}
systemd-analyze security --offline=yes --threshold=30 .docs/deploy/campaign.service | tail -1
block '    # ca_file' >/tmp/start.sh
tee /dev/stderr </tmp/start.sh >/dev/null
source=$PWD
cd /var/lib/campaign && . /tmp/start.sh && cd "$source"
ask() { curl --silent --show-error --fail --cacert /etc/ssl/so-ca.pem "https://$site$1"; }
until_true ask /healthz
until_true ask /readyz
ask / | grep -q 'Sở Công Thương' || fail "the front page does not name the agency"

say "People and an event arrive; everybody is reminded, over STARTTLS and with the password"
until_true test "$(mails)" -ge 1   # the test mail of the block above
command=(runuser -u campaign -- env "CAMPAIGN_MAIL__PASSWORD=$secret" /opt/campaign/.venv/bin/campaign)
cd /var/lib/campaign
{ echo name,email,unit; for number in $(seq 20); do echo "Nguyễn Thị An $number,an$number@so.gov.vn,Phòng $((number % 3))"; done; } >/tmp/people.csv
day=$(date -d '+1 day' +%Y%m%d) soon=$(date -u -d '+65 minutes' +%Y%m%dT%H%M00Z) after=$(date -u -d '+2 hours' +%Y%m%dT%H%M00Z)
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//test//EN BEGIN:VEVENT UID:hop@so.gov.vn "DTSTAMP:${day}T000000Z" \
    "DTSTART:$soon" "DTEND:$after" "SUMMARY:Họp giao ban" CATEGORIES:meeting BEGIN:VALARM ACTION:DISPLAY DESCRIPTION:x \
    TRIGGER:-PT64M END:VALARM END:VEVENT END:VCALENDAR >/tmp/lich.ics
chmod 0644 /tmp/people.csv /tmp/lich.ics
"${command[@]}" import members /tmp/people.csv
"${command[@]}" import calendar /tmp/lich.ics --confirm
all_arrived() { [ "$(mails)" -ge 21 ]; }
for _ in $(seq 60); do if all_arrived; then break; fi; sleep 3; done
all_arrived || { tail -20 /var/log/postfix.log /var/log/campaign.log; fail "$(mails) of 21 mails arrived"; }
grep -q 'Anonymous TLS\|TLSv1.3 with cipher' /var/log/postfix.log || echo "(Postfix did not log the cipher)"
grep -q 'sasl_username=lich' /var/log/postfix.log || fail "no mail came with the password"
"${command[@]}" reconcile

say "Backup, stop, loss, restore, upgrade: the README's words"
"${command[@]}" backup /var/lib/campaign/truoc.tar.gz
if has_systemd; then systemctl stop campaign; else kill "$program" && { wait "$program" || true; }; fi
"${command[@]}" restore /var/lib/campaign/truoc.tar.gz
/opt/campaign/.venv/bin/pip install -q --no-deps --force-reinstall "$source"
systemctl enable --now campaign
until_true ask /readyz
"${command[@]}" reconcile
say "All is well: $kind, $(mails) mails, $(ask /healthz)"
