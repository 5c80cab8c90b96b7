SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.history_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'history is append-only'; END $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.account_mail (
    id integer NOT NULL,
    kind character varying NOT NULL,
    user_id integer NOT NULL,
    link_id integer,
    by character varying NOT NULL,
    about character varying NOT NULL,
    message_id character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    useful_until timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    lease_until timestamp with time zone,
    settled_at timestamp with time zone,
    result character varying,
    reason character varying NOT NULL
);
CREATE SEQUENCE public.account_mail_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.account_mail_id_seq OWNED BY public.account_mail.id;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.attendance (
    id integer NOT NULL,
    occurrence_id integer NOT NULL,
    member_id integer NOT NULL,
    state character varying NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    noted_by character varying NOT NULL
);
CREATE SEQUENCE public.attendance_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.attendance_id_seq OWNED BY public.attendance.id;
CREATE TABLE public.audience_group (
    event_id integer NOT NULL,
    group_id integer NOT NULL
);
CREATE TABLE public.audience_member (
    event_id integer NOT NULL,
    member_id integer NOT NULL,
    excluded boolean NOT NULL
);
CREATE TABLE public.beat (
    id integer NOT NULL,
    name character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    note character varying NOT NULL
);
CREATE SEQUENCE public.beat_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.beat_id_seq OWNED BY public.beat.id;
CREATE TABLE public.calendar (
    id integer NOT NULL,
    slug character varying NOT NULL,
    title character varying NOT NULL,
    kinds json NOT NULL,
    groups json NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.calendar_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.calendar_id_seq OWNED BY public.calendar.id;
CREATE TABLE public.channel (
    id integer NOT NULL,
    name character varying NOT NULL,
    failures integer NOT NULL,
    paused_until timestamp with time zone,
    reason character varying NOT NULL,
    held_at timestamp with time zone,
    held_by character varying NOT NULL
);
CREATE SEQUENCE public.channel_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.channel_id_seq OWNED BY public.channel.id;
CREATE TABLE public.duty (
    id integer NOT NULL,
    plan_id integer NOT NULL,
    "position" integer NOT NULL,
    outline character varying NOT NULL,
    text text NOT NULL,
    line integer,
    in_charge character varying NOT NULL,
    expected_start date,
    expected_end date,
    dropped_at timestamp with time zone,
    search_text text NOT NULL
);
CREATE SEQUENCE public.duty_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.duty_id_seq OWNED BY public.duty.id;
CREATE TABLE public.event (
    id integer NOT NULL,
    uid character varying NOT NULL,
    kind character varying NOT NULL,
    title character varying NOT NULL,
    duty_id integer,
    quote text NOT NULL,
    quote_line integer,
    part_of_id integer,
    rolled_from_id integer,
    description text NOT NULL,
    preparation text NOT NULL,
    place character varying NOT NULL,
    room_id integer,
    online_url character varying NOT NULL,
    speakers json NOT NULL,
    links json NOT NULL,
    organizer character varying NOT NULL,
    co_organizers character varying NOT NULL,
    contact character varying NOT NULL,
    contact_id integer,
    within character varying NOT NULL,
    capacity integer,
    register_by date,
    cost_estimate numeric(16,2),
    figures_from date,
    figures_to date,
    cut_off date,
    recipient character varying NOT NULL,
    via character varying NOT NULL,
    zone character varying NOT NULL,
    first_day date,
    last_day date,
    start_time time without time zone,
    end_time time without time zone,
    rule character varying NOT NULL,
    exceptions json NOT NULL,
    per_year boolean NOT NULL,
    expected_start date,
    expected_end date,
    "precision" character varying NOT NULL,
    audience_all boolean NOT NULL,
    women_only boolean NOT NULL,
    own_rules boolean NOT NULL,
    alarms json NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by character varying NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_by character varying NOT NULL,
    cancel_reason character varying NOT NULL,
    postponed_at timestamp with time zone,
    sequence integer NOT NULL,
    component bytea,
    component_until date,
    version integer NOT NULL,
    search_text text NOT NULL
);
CREATE SEQUENCE public.event_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.event_id_seq OWNED BY public.event.id;
CREATE TABLE public.feed_token (
    id integer NOT NULL,
    member_id integer NOT NULL,
    digest character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);
CREATE SEQUENCE public.feed_token_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.feed_token_id_seq OWNED BY public.feed_token.id;
CREATE TABLE public."group" (
    id integer NOT NULL,
    name character varying NOT NULL,
    slug character varying NOT NULL,
    kind character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    search_text text NOT NULL
);
CREATE SEQUENCE public.group_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.group_id_seq OWNED BY public."group".id;
CREATE TABLE public.history (
    id integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by_user_id integer,
    by_name character varying NOT NULL,
    verb character varying NOT NULL,
    subject_type character varying NOT NULL,
    subject_id integer NOT NULL,
    title character varying NOT NULL,
    old json NOT NULL,
    new json NOT NULL
);
CREATE SEQUENCE public.history_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.history_id_seq OWNED BY public.history.id;
CREATE TABLE public.holiday (
    id integer NOT NULL,
    day date NOT NULL,
    name character varying NOT NULL,
    working boolean NOT NULL,
    source character varying NOT NULL
);
CREATE SEQUENCE public.holiday_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.holiday_id_seq OWNED BY public.holiday.id;
CREATE TABLE public.import (
    id integer NOT NULL,
    user_id integer NOT NULL,
    by_name character varying NOT NULL,
    file_name character varying NOT NULL,
    digest character varying NOT NULL,
    content bytea,
    announce boolean NOT NULL,
    created integer NOT NULL,
    updated integer NOT NULL,
    unchanged integer NOT NULL,
    changes json NOT NULL,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    undone_at timestamp with time zone,
    undone_by character varying NOT NULL
);
CREATE SEQUENCE public.import_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.import_id_seq OWNED BY public.import.id;
CREATE TABLE public.legal_basis (
    id integer NOT NULL,
    plan_id integer NOT NULL,
    "position" integer NOT NULL,
    text text NOT NULL,
    number character varying NOT NULL,
    dated_on date,
    issuer character varying NOT NULL
);
CREATE SEQUENCE public.legal_basis_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.legal_basis_id_seq OWNED BY public.legal_basis.id;
CREATE TABLE public.letter (
    id integer NOT NULL,
    reminder_id integer,
    notice_id integer,
    language character varying NOT NULL,
    edition integer NOT NULL,
    subject character varying NOT NULL,
    body bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.letter_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.letter_id_seq OWNED BY public.letter.id;
CREATE TABLE public.mail_text (
    id integer NOT NULL,
    kind character varying NOT NULL,
    language character varying NOT NULL,
    opening text NOT NULL,
    closing text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by character varying NOT NULL
);
CREATE SEQUENCE public.mail_text_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mail_text_id_seq OWNED BY public.mail_text.id;
CREATE TABLE public.member (
    id integer NOT NULL,
    name character varying NOT NULL,
    sort_key text NOT NULL,
    address character varying NOT NULL,
    address_key character varying NOT NULL,
    unit_id integer,
    sex character varying NOT NULL,
    language character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    unsubscribed_at timestamp with time zone,
    flagged_at timestamp with time zone,
    flag_reason character varying NOT NULL,
    search_text text NOT NULL
);
CREATE SEQUENCE public.member_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.member_id_seq OWNED BY public.member.id;
CREATE TABLE public.membership (
    group_id integer NOT NULL,
    member_id integer NOT NULL
);
CREATE TABLE public.message (
    id integer NOT NULL,
    reminder_id integer,
    notice_id integer,
    member_id integer NOT NULL,
    message_id character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    useful_until timestamp with time zone NOT NULL,
    letter_id integer,
    dated_at timestamp with time zone,
    attempts integer NOT NULL,
    crashes integer NOT NULL,
    token character varying,
    lease_until timestamp with time zone,
    uncertain_at timestamp with time zone,
    result character varying,
    settled_at timestamp with time zone,
    code integer,
    reason character varying NOT NULL,
    CONSTRAINT ck_message_of_reminder_or_notice CHECK (((reminder_id IS NULL) <> (notice_id IS NULL)))
)
WITH (fillfactor='70');
CREATE SEQUENCE public.message_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.message_id_seq OWNED BY public.message.id;
CREATE TABLE public.notice (
    id integer NOT NULL,
    kind character varying NOT NULL,
    event_id integer,
    occurrence_id integer,
    facts json NOT NULL,
    text character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    due_at timestamp with time zone NOT NULL,
    useful_until timestamp with time zone NOT NULL,
    planned_at timestamp with time zone,
    cancelled_at timestamp with time zone
);
CREATE SEQUENCE public.notice_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.notice_id_seq OWNED BY public.notice.id;
CREATE TABLE public.occurrence (
    id integer NOT NULL,
    event_id integer NOT NULL,
    original_day date NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    start_time time without time zone,
    end_time time without time zone,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    title character varying NOT NULL,
    theme character varying NOT NULL,
    slogans json NOT NULL,
    place character varying NOT NULL,
    description character varying NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by character varying NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_by character varying NOT NULL,
    cancel_reason character varying NOT NULL,
    moved_at timestamp with time zone,
    search_text text NOT NULL
);
CREATE SEQUENCE public.occurrence_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.occurrence_id_seq OWNED BY public.occurrence.id;
CREATE TABLE public.one_time_link (
    id integer NOT NULL,
    purpose character varying(20) NOT NULL,
    seed character varying NOT NULL,
    digest character varying NOT NULL,
    user_id integer,
    address character varying NOT NULL,
    way character varying NOT NULL,
    browser character varying NOT NULL,
    code character varying NOT NULL,
    wrong integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);
CREATE SEQUENCE public.one_time_link_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.one_time_link_id_seq OWNED BY public.one_time_link.id;
CREATE TABLE public.outdated (
    event_id integer NOT NULL,
    since timestamp with time zone NOT NULL
);
CREATE TABLE public.plan (
    id integer NOT NULL,
    year integer NOT NULL,
    title character varying NOT NULL,
    number character varying NOT NULL,
    symbol character varying NOT NULL,
    issuer character varying NOT NULL,
    place character varying NOT NULL,
    issued_on date,
    issued_text character varying NOT NULL,
    signer_title character varying NOT NULL,
    signer_name character varying NOT NULL,
    recipients json NOT NULL,
    source_name character varying NOT NULL,
    source_text text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.plan_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.plan_id_seq OWNED BY public.plan.id;
CREATE TABLE public.plan_reading (
    id integer NOT NULL,
    file_name character varying NOT NULL,
    kind character varying NOT NULL,
    title character varying NOT NULL,
    text text NOT NULL,
    notes json NOT NULL,
    digest character varying NOT NULL,
    year integer NOT NULL,
    answer json NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    plan_id integer,
    supersedes_id integer
);
CREATE SEQUENCE public.plan_reading_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.plan_reading_id_seq OWNED BY public.plan_reading.id;
CREATE TABLE public.proposal (
    id integer NOT NULL,
    reading_id integer NOT NULL,
    "position" integer NOT NULL,
    kind character varying NOT NULL,
    title text NOT NULL,
    first_day date,
    last_day date,
    "precision" character varying NOT NULL,
    deadline boolean NOT NULL,
    frequency character varying NOT NULL,
    start_time time without time zone,
    end_time time without time zone,
    expected_start date,
    expected_end date,
    quote text NOT NULL,
    quotes json NOT NULL,
    line integer NOT NULL,
    outline character varying NOT NULL,
    audience text NOT NULL,
    venue text NOT NULL,
    in_charge text NOT NULL,
    partners text NOT NULL,
    report_to text NOT NULL,
    through text NOT NULL,
    duty_position integer,
    decision character varying NOT NULL,
    decided_at timestamp with time zone,
    decided_by character varying NOT NULL,
    corrected_at timestamp with time zone,
    event_id integer,
    merged_into_id integer,
    matches_event_id integer
);
CREATE SEQUENCE public.proposal_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.proposal_id_seq OWNED BY public.proposal.id;
CREATE TABLE public.recovery_code (
    id integer NOT NULL,
    user_id integer NOT NULL,
    digest character varying NOT NULL,
    used_at timestamp with time zone
);
CREATE SEQUENCE public.recovery_code_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.recovery_code_id_seq OWNED BY public.recovery_code.id;
CREATE TABLE public.reminder (
    id integer NOT NULL,
    occurrence_id integer NOT NULL,
    lead character varying NOT NULL,
    recipients character varying NOT NULL,
    mail character varying NOT NULL,
    due_at timestamp with time zone NOT NULL,
    useful_until timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    planned_at timestamp with time zone,
    cancelled_at timestamp with time zone
);
CREATE SEQUENCE public.reminder_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.reminder_id_seq OWNED BY public.reminder.id;
CREATE TABLE public.reminder_rule (
    id integer NOT NULL,
    event_id integer,
    kind character varying,
    lead character varying NOT NULL,
    recipients character varying NOT NULL,
    mail character varying NOT NULL,
    CONSTRAINT ck_reminder_rule_of_event_or_kind CHECK (((event_id IS NULL) <> (kind IS NULL)))
);
CREATE SEQUENCE public.reminder_rule_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.reminder_rule_id_seq OWNED BY public.reminder_rule.id;
CREATE TABLE public.response (
    id integer NOT NULL,
    occurrence_id integer NOT NULL,
    member_id integer NOT NULL,
    answer character varying NOT NULL,
    note character varying NOT NULL,
    answered_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.response_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.response_id_seq OWNED BY public.response.id;
CREATE TABLE public.revision (
    id integer NOT NULL,
    number integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    instance character varying NOT NULL
);
CREATE SEQUENCE public.revision_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.revision_id_seq OWNED BY public.revision.id;
CREATE TABLE public.room (
    id integer NOT NULL,
    name character varying NOT NULL,
    capacity integer,
    place character varying NOT NULL,
    notes text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    search_text text NOT NULL
);
CREATE SEQUENCE public.room_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.room_id_seq OWNED BY public.room.id;
CREATE TABLE public.sign_in (
    id integer NOT NULL,
    user_id integer NOT NULL,
    digest character varying NOT NULL,
    device character varying NOT NULL,
    way character varying NOT NULL,
    agent character varying NOT NULL,
    network character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying NOT NULL
);
CREATE SEQUENCE public.sign_in_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.sign_in_id_seq OWNED BY public.sign_in.id;
CREATE TABLE public.target (
    id integer NOT NULL,
    plan_id integer NOT NULL,
    duty_id integer,
    "position" integer NOT NULL,
    title text NOT NULL,
    comparison character varying NOT NULL,
    value numeric(14,4),
    unit character varying NOT NULL
);
CREATE SEQUENCE public.target_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.target_id_seq OWNED BY public.target.id;
CREATE TABLE public.target_value (
    id integer NOT NULL,
    target_id integer NOT NULL,
    day date NOT NULL,
    value numeric(14,4) NOT NULL,
    note character varying NOT NULL
);
CREATE SEQUENCE public.target_value_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.target_value_id_seq OWNED BY public.target_value.id;
CREATE TABLE public.throttle (
    id integer NOT NULL,
    key character varying NOT NULL,
    tries json NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.throttle_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.throttle_id_seq OWNED BY public.throttle.id;
CREATE TABLE public."user" (
    id integer NOT NULL,
    name character varying NOT NULL,
    address character varying NOT NULL,
    address_key character varying NOT NULL,
    role character varying(20) NOT NULL,
    is_limited boolean NOT NULL,
    language character varying NOT NULL,
    password_hash character varying,
    password_at timestamp with time zone,
    totp_salt character varying,
    totp_confirmed_at timestamp with time zone,
    totp_step integer NOT NULL,
    oidc_subject character varying,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    disabled_at timestamp with time zone,
    disabled_by character varying NOT NULL,
    last_signed_in_at timestamp with time zone
);
CREATE TABLE public.user_group (
    user_id integer NOT NULL,
    group_id integer NOT NULL
);
CREATE SEQUENCE public.user_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.user_id_seq OWNED BY public."user".id;
ALTER TABLE ONLY public.account_mail ALTER COLUMN id SET DEFAULT nextval('public.account_mail_id_seq'::regclass);
ALTER TABLE ONLY public.attendance ALTER COLUMN id SET DEFAULT nextval('public.attendance_id_seq'::regclass);
ALTER TABLE ONLY public.beat ALTER COLUMN id SET DEFAULT nextval('public.beat_id_seq'::regclass);
ALTER TABLE ONLY public.calendar ALTER COLUMN id SET DEFAULT nextval('public.calendar_id_seq'::regclass);
ALTER TABLE ONLY public.channel ALTER COLUMN id SET DEFAULT nextval('public.channel_id_seq'::regclass);
ALTER TABLE ONLY public.duty ALTER COLUMN id SET DEFAULT nextval('public.duty_id_seq'::regclass);
ALTER TABLE ONLY public.event ALTER COLUMN id SET DEFAULT nextval('public.event_id_seq'::regclass);
ALTER TABLE ONLY public.feed_token ALTER COLUMN id SET DEFAULT nextval('public.feed_token_id_seq'::regclass);
ALTER TABLE ONLY public."group" ALTER COLUMN id SET DEFAULT nextval('public.group_id_seq'::regclass);
ALTER TABLE ONLY public.history ALTER COLUMN id SET DEFAULT nextval('public.history_id_seq'::regclass);
ALTER TABLE ONLY public.holiday ALTER COLUMN id SET DEFAULT nextval('public.holiday_id_seq'::regclass);
ALTER TABLE ONLY public.import ALTER COLUMN id SET DEFAULT nextval('public.import_id_seq'::regclass);
ALTER TABLE ONLY public.legal_basis ALTER COLUMN id SET DEFAULT nextval('public.legal_basis_id_seq'::regclass);
ALTER TABLE ONLY public.letter ALTER COLUMN id SET DEFAULT nextval('public.letter_id_seq'::regclass);
ALTER TABLE ONLY public.mail_text ALTER COLUMN id SET DEFAULT nextval('public.mail_text_id_seq'::regclass);
ALTER TABLE ONLY public.member ALTER COLUMN id SET DEFAULT nextval('public.member_id_seq'::regclass);
ALTER TABLE ONLY public.message ALTER COLUMN id SET DEFAULT nextval('public.message_id_seq'::regclass);
ALTER TABLE ONLY public.notice ALTER COLUMN id SET DEFAULT nextval('public.notice_id_seq'::regclass);
ALTER TABLE ONLY public.occurrence ALTER COLUMN id SET DEFAULT nextval('public.occurrence_id_seq'::regclass);
ALTER TABLE ONLY public.one_time_link ALTER COLUMN id SET DEFAULT nextval('public.one_time_link_id_seq'::regclass);
ALTER TABLE ONLY public.plan ALTER COLUMN id SET DEFAULT nextval('public.plan_id_seq'::regclass);
ALTER TABLE ONLY public.plan_reading ALTER COLUMN id SET DEFAULT nextval('public.plan_reading_id_seq'::regclass);
ALTER TABLE ONLY public.proposal ALTER COLUMN id SET DEFAULT nextval('public.proposal_id_seq'::regclass);
ALTER TABLE ONLY public.recovery_code ALTER COLUMN id SET DEFAULT nextval('public.recovery_code_id_seq'::regclass);
ALTER TABLE ONLY public.reminder ALTER COLUMN id SET DEFAULT nextval('public.reminder_id_seq'::regclass);
ALTER TABLE ONLY public.reminder_rule ALTER COLUMN id SET DEFAULT nextval('public.reminder_rule_id_seq'::regclass);
ALTER TABLE ONLY public.response ALTER COLUMN id SET DEFAULT nextval('public.response_id_seq'::regclass);
ALTER TABLE ONLY public.revision ALTER COLUMN id SET DEFAULT nextval('public.revision_id_seq'::regclass);
ALTER TABLE ONLY public.room ALTER COLUMN id SET DEFAULT nextval('public.room_id_seq'::regclass);
ALTER TABLE ONLY public.sign_in ALTER COLUMN id SET DEFAULT nextval('public.sign_in_id_seq'::regclass);
ALTER TABLE ONLY public.target ALTER COLUMN id SET DEFAULT nextval('public.target_id_seq'::regclass);
ALTER TABLE ONLY public.target_value ALTER COLUMN id SET DEFAULT nextval('public.target_value_id_seq'::regclass);
ALTER TABLE ONLY public.throttle ALTER COLUMN id SET DEFAULT nextval('public.throttle_id_seq'::regclass);
ALTER TABLE ONLY public."user" ALTER COLUMN id SET DEFAULT nextval('public.user_id_seq'::regclass);
INSERT INTO public.alembic_version VALUES ('0001');
INSERT INTO public.audience_group VALUES (18, 1);
INSERT INTO public.audience_group VALUES (18, 2);
INSERT INTO public.audience_group VALUES (18, 7);
INSERT INTO public.audience_group VALUES (18, 9);
INSERT INTO public.audience_group VALUES (22, 1);
INSERT INTO public.audience_group VALUES (22, 2);
INSERT INTO public.audience_group VALUES (23, 2);
INSERT INTO public.audience_group VALUES (23, 3);
INSERT INTO public.audience_group VALUES (24, 1);
INSERT INTO public.audience_group VALUES (25, 1);
INSERT INTO public.audience_group VALUES (25, 2);
INSERT INTO public.audience_group VALUES (26, 1);
INSERT INTO public.audience_group VALUES (27, 1);
INSERT INTO public.audience_group VALUES (27, 2);
INSERT INTO public.audience_group VALUES (27, 3);
INSERT INTO public.audience_group VALUES (29, 1);
INSERT INTO public.audience_group VALUES (29, 3);
INSERT INTO public.audience_group VALUES (30, 4);
INSERT INTO public.audience_group VALUES (30, 5);
INSERT INTO public.audience_group VALUES (30, 6);
INSERT INTO public.audience_group VALUES (30, 7);
INSERT INTO public.audience_group VALUES (30, 8);
INSERT INTO public.audience_group VALUES (30, 9);
INSERT INTO public.audience_group VALUES (31, 1);
INSERT INTO public.audience_group VALUES (31, 2);
INSERT INTO public.audience_group VALUES (32, 1);
INSERT INTO public.audience_group VALUES (32, 2);
INSERT INTO public.audience_group VALUES (33, 4);
INSERT INTO public.audience_group VALUES (33, 5);
INSERT INTO public.audience_group VALUES (33, 6);
INSERT INTO public.audience_group VALUES (33, 7);
INSERT INTO public.audience_group VALUES (33, 8);
INSERT INTO public.audience_group VALUES (33, 9);
INSERT INTO public.audience_group VALUES (34, 1);
INSERT INTO public.audience_group VALUES (34, 2);
INSERT INTO public.audience_group VALUES (35, 1);
INSERT INTO public.audience_group VALUES (35, 2);
INSERT INTO public.audience_group VALUES (40, 1);
INSERT INTO public.duty VALUES (1, 1, 0, 'III', 'Phổ biến các văn bản của trung ương và của tỉnh về bình đẳng giới: Chương trình hành động quốc gia giai đoạn 2016-2020;', 37, '', NULL, NULL, NULL, 'pho bien cac van ban cua trung uong va cua tinh ve binh dang gioi: chuong trinh hanh dong quoc gia giai doan 2016-2020; iii');
INSERT INTO public.duty VALUES (2, 1, 1, 'III', 'Truyền thông về chăm sóc sức khỏe phụ nữ và kế hoạch hóa gia đình, nhằm thay đổi nhận thức và thói quen của cán bộ, CNVCLĐ.', 38, '', NULL, NULL, NULL, 'truyen thong ve cham soc suc khoe phu nu va ke hoach hoa gia dinh, nham thay doi nhan thuc va thoi quen cua can bo, cnvcld. iii');
INSERT INTO public.duty VALUES (3, 1, 2, 'III', 'Tổ chức Tháng hành động phòng, chống bạo lực gia đình (tháng 6) và Tháng hành động vì bình đẳng giới, phòng chống bạo lực trên cơ sở giới (từ 15/11 đến 15/12).', 39, '', NULL, NULL, NULL, 'to chuc thang hanh dong phong, chong bao luc gia dinh (thang 6) va thang hanh dong vi binh dang gioi, phong chong bao luc tren co so gioi (tu 15/11 den 15/12). iii');
INSERT INTO public.duty VALUES (4, 1, 3, 'III', 'Mở các buổi tọa đàm, hội thảo, lớp tập huấn, chuyến tham quan học tập kinh nghiệm để chị em nắm được kiến thức xã hội, chuyên môn, quyền và nghĩa vụ của phụ nữ.', 40, '', NULL, NULL, NULL, 'mo cac buoi toa dam, hoi thao, lop tap huan, chuyen tham quan hoc tap kinh nghiem de chi em nam duoc kien thuc xa hoi, chuyen mon, quyen va nghia vu cua phu nu. iii');
INSERT INTO public.duty VALUES (5, 1, 4, 'III', 'Tổ chức hoạt động văn nghệ, thể dục thể thao thu hút lao động nữ tham gia.', 41, '', NULL, NULL, NULL, 'to chuc hoat dong van nghe, the duc the thao thu hut lao dong nu tham gia. iii');
INSERT INTO public.duty VALUES (6, 1, 5, 'III', 'Xây dựng quy hoạch, đào tạo, bồi dưỡng, bố trí cán bộ nữ;', 42, '', NULL, NULL, NULL, 'xay dung quy hoach, dao tao, boi duong, bo tri can bo nu; iii');
INSERT INTO public.duty VALUES (7, 1, 6, 'III', 'thực hiện chính sách phát triển cán bộ nữ giai đoạn 2015-2020 theo chỉ đạo của Ban Thường vụ Tỉnh ủy.', 42, '', NULL, NULL, NULL, 'thuc hien chinh sach phat trien can bo nu giai doan 2015-2020 theo chi dao cua ban thuong vu tinh uy. iii');
INSERT INTO public.duty VALUES (8, 1, 7, 'III', 'Lựa chọn, giới thiệu cán bộ nữ tiêu biểu để đào tạo, bồi dưỡng, tạo nguồn cho các vị trí lãnh đạo.', 43, '', NULL, NULL, NULL, 'lua chon, gioi thieu can bo nu tieu bieu de dao tao, boi duong, tao nguon cho cac vi tri lanh dao. iii');
INSERT INTO public.duty VALUES (9, 1, 8, 'III', 'Thường xuyên tổng hợp tình hình đội ngũ nữ cán bộ công đoàn và đề xuất chính sách về công tác cán bộ nữ.', 44, '', NULL, NULL, NULL, 'thuong xuyen tong hop tinh hinh doi ngu nu can bo cong doan va de xuat chinh sach ve cong tac can bo nu. iii');
INSERT INTO public.duty VALUES (10, 1, 9, 'III', 'Cử thành viên Ban Vì sự tiến bộ của phụ nữ dự các khóa bồi dưỡng nghiệp vụ, kỹ năng dành cho báo cáo viên, tuyên truyền viên.', 45, '', NULL, NULL, NULL, 'cu thanh vien ban vi su tien bo cua phu nu du cac khoa boi duong nghiep vu, ky nang danh cho bao cao vien, tuyen truyen vien. iii');
INSERT INTO public.duty VALUES (11, 1, 10, 'III', 'Tổ chức hội thảo chuyên đề, tọa đàm làm diễn đàn trao đổi kinh nghiệm về công tác bình đẳng giới.', 46, '', NULL, NULL, NULL, 'to chuc hoi thao chuyen de, toa dam lam dien dan trao doi kinh nghiem ve cong tac binh dang gioi. iii');
INSERT INTO public.duty VALUES (12, 1, 11, 'III', 'Rà soát, bổ sung quy chế hoạt động của Ban Vì sự tiến bộ của phụ nữ cho sát tình hình thực tế.', 47, '', NULL, NULL, NULL, 'ra soat, bo sung quy che hoat dong cua ban vi su tien bo cua phu nu cho sat tinh hinh thuc te. iii');
INSERT INTO public.duty VALUES (13, 1, 12, 'III', 'Giám sát, kiểm tra việc thực hiện tại các đơn vị.', 48, '', NULL, NULL, NULL, 'giam sat, kiem tra viec thuc hien tai cac don vi. iii');
INSERT INTO public.duty VALUES (14, 1, 13, 'III', 'Tổ chức sơ kết, tổng kết công tác bình đẳng giới và vì sự tiến bộ của phụ nữ.', 49, '', '2026-06-01', '2026-07-31', NULL, 'to chuc so ket, tong ket cong tac binh dang gioi va vi su tien bo cua phu nu. iii');
INSERT INTO public.duty VALUES (15, 1, 14, 'III', 'Khen thưởng, biểu dương kịp thời tập thể, cá nhân có thành tích xuất sắc.', 50, '', NULL, NULL, NULL, 'khen thuong, bieu duong kip thoi tap the, ca nhan co thanh tich xuat sac. iii');
INSERT INTO public.duty VALUES (16, 1, 15, 'III', 'Lập dự toán kinh phí cùng với kế hoạch công tác theo Thông tư số 191/2009/TT-BTC ngày 01/10/2009 của Bộ Tài chính.', 51, '', NULL, NULL, NULL, 'lap du toan kinh phi cung voi ke hoach cong tac theo thong tu so 191/2009/tt-btc ngay 01/10/2009 cua bo tai chinh. iii');
INSERT INTO public.duty VALUES (17, 1, 16, 'IV', 'Ban Vì sự tiến bộ của phụ nữ phối hợp với cấp ủy, Công đoàn, Đoàn Thanh niên, Ban Nữ công và các phòng, đơn vị triển khai Kế hoạch này.', 55, '', NULL, NULL, NULL, 'ban vi su tien bo cua phu nu phoi hop voi cap uy, cong doan, doan thanh nien, ban nu cong va cac phong, don vi trien khai ke hoach nay. iv');
INSERT INTO public.duty VALUES (18, 1, 17, 'IV', 'Đưa tin trên bản tin và trang thông tin điện tử của Sở;', 56, '', NULL, NULL, NULL, 'dua tin tren ban tin va trang thong tin dien tu cua so; iv');
INSERT INTO public.duty VALUES (19, 1, 18, 'IV', 'lồng ghép trong các cuộc họp công đoàn, các buổi sinh hoạt kỷ niệm 8/3, 20/10.', 56, '', NULL, NULL, NULL, 'long ghep trong cac cuoc hop cong doan, cac buoi sinh hoat ky niem 8/3, 20/10. iv');
INSERT INTO public.duty VALUES (20, 1, 19, 'IV', 'Củng cố, kiện toàn Ban Vì sự tiến bộ của phụ nữ và Ban Nữ công để tham mưu tốt cho Ban Chấp hành Công đoàn Sở.', 57, '', NULL, NULL, NULL, 'cung co, kien toan ban vi su tien bo cua phu nu va ban nu cong de tham muu tot cho ban chap hanh cong doan so. iv');
INSERT INTO public.duty VALUES (21, 1, 20, 'IV', 'Thực hiện báo cáo định kỳ về Ban Vì sự tiến bộ của phụ nữ tỉnh (qua Sở Lao động - Thương binh và Xã hội) đúng thời gian quy định.', 58, '', NULL, NULL, NULL, 'thuc hien bao cao dinh ky ve ban vi su tien bo cua phu nu tinh (qua so lao dong - thuong binh va xa hoi) dung thoi gian quy dinh. iv');
INSERT INTO public.duty VALUES (22, 1, 21, 'IV', 'Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh với Ban chỉ đạo để kịp thời giải quyết./.', 60, '', NULL, NULL, NULL, 'trong qua trinh thuc hien, neu co vuong mac, cac don vi phan anh voi ban chi dao de kip thoi giai quyet./. iv');
INSERT INTO public.event VALUES (1, '970b788e-eb5f-4e93-aaa9-a898c014000f@example.org', 'campaign', 'Tuần lễ Áo dài', NULL, '', NULL, NULL, NULL, 'Nữ công chức, viên chức, người lao động mặc áo dài trong giờ làm việc.', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-03-01', '2026-03-08', NULL, NULL, 'FREQ=YEARLY', '[]', true, NULL, NULL, '', true, true, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a5475e1baa76e206ce1bb8520c3816f2064c3a0690d0a445453544152543b56414c55453d444154453a32303236303330310d0a4454454e443b56414c55453d444154453a32303236303330390d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a32303236303330312d39373062373838652d656235662d346539332d616161392d613839386330313430303066406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533ac490e1bba37420686fe1baa17420c491e1bb996e670d0a434f4c4f523a6461726b6f72616e67650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a4ee1bbaf2063c3b46e67206368e1bba9635c2c207669c3aa6e206368e1bba9635c2c206e67c6b0e1bb9d69206c616f20c491e1bb996e67206de1bab763200d0a20c3a16f2064c3a0692074726f6e67206769e1bb9d206cc3a06d207669e1bb87632e5c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb12074690d0a20e1babf6e2062e1bb992063e1bba761207068e1bba5206ee1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c20560d0a20c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206dc3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f39373062373838652d656235662d346539332d616161392d613839386330313430303066406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', '2029-03-09', 3, 'tuan le ao dai ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105 nu cong chuc, vien chuc, nguoi lao dong mac ao dai trong gio lam viec.');
INSERT INTO public.event VALUES (2, '368abf57-a294-4d80-8eae-2adfbc8a145f@example.org', 'campaign', 'Tháng hành động quốc gia phòng, chống bạo lực gia đình', 3, 'Tổ chức Tháng hành động phòng, chống bạo lực gia đình (tháng 6)', 39, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-06-01', '2026-06-30', NULL, NULL, 'FREQ=YEARLY', '[]', true, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a5468c3a16e672068c3a06e6820c491e1bb996e67207175e1bb916320676961207068c3b26e675c2c206368e1bb916e672062e1baa16f206ce1bbb16320676961200d0a20c491c3ac6e680d0a445453544152543b56414c55453d444154453a32303236303630310d0a4454454e443b56414c55453d444154453a32303236303730310d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a32303236303630312d33363861626635372d613239342d346438302d386561652d326164666263386131343566406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533ac490e1bba37420686fe1baa17420c491e1bb996e670d0a434f4c4f523a6461726b6f72616e67650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a4368e1bba720c491e1bb813a2047696120c491c3ac6e6820616e207675695c2c2078c3a32068e1bb99692076e1bbaf6e672062e1bb816e5c6ec490c6a16e0d0a202076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206ee1bbaf5c6e4c69c3aa6e2068e1bb873a200d0a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206dc3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f33363861626635372d613239342d346438302d386561652d326164666263386131343566406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', '2029-07-01', 3, 'thang hanh dong quoc gia phong, chong bao luc gia dinh ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (3, '9289c1cd-b742-4869-bc63-cb0bad3aeb91@example.org', 'campaign', 'Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới', 3, 'Tháng hành động vì bình đẳng giới, phòng chống bạo lực trên cơ sở giới (từ 15/11 đến 15/12)', 39, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-11-15', '2026-12-15', NULL, NULL, 'FREQ=YEARLY', '[]', true, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a5468c3a16e672068c3a06e6820c491e1bb996e672076c3ac2062c3ac6e6820c491e1bab36e67206769e1bb9b692076c3a0207068c3b26e67206e67e1bbab615c2c200d0a20e1bba96e67207068c3b32076e1bb9b692062e1baa16f206ce1bbb163207472c3aa6e2063c6a12073e1bb9f206769e1bb9b690d0a445453544152543b56414c55453d444154453a32303236313131350d0a4454454e443b56414c55453d444154453a32303236313231360d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a32303236313131352d39323839633163642d623734322d343836392d626336332d636230626164336165623931406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533ac490e1bba37420686fe1baa17420c491e1bb996e670d0a434f4c4f523a6461726b6f72616e67650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a4368e1bba720c491e1bb813a2042c3ac6e6820c491e1bab36e67207468e1baad745c2c20616e20746fc3a06e207468e1baad745c2c2074e1bbab206ec6a10d0a2069206cc3a06d207669e1bb876320c491e1babf6e206dc3a169206e68c3a05c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf0d0a206e2062e1bb992063e1bba761207068e1bba5206ee1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e200d0a207068c3b26e672053e1bb9f5c2c2073e1bb91206dc3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f39323839633163642d623734322d343836392d626336332d636230626164336165623931406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', '2029-12-16', 3, 'thang hanh dong vi binh dang gioi va phong ngua, ung pho voi bao luc tren co so gioi ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (5, '0a37ba3b-468d-4210-9aff-0548da9fbe93@example.org', 'commemoration', 'Kỷ niệm cuộc khởi nghĩa Hai Bà Trưng (mùng 6 tháng 2 âm lịch)', NULL, '', NULL, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-03-24', '2026-03-24', NULL, NULL, 'X-LUNAR=YEARLY;BYMONTH=2;BYMONTHDAY=6', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a4be1bbb7206e69e1bb876d206375e1bb9963206b68e1bb9f69206e6768c4a961204861692042c3a0205472c6b06e6720286dc3b96e672036207468c3a16e672032200d0a20c3a26d206ce1bb8b6368290d0a445453544152543b56414c55453d444154453a32303236303332340d0a4454454e443b56414c55453d444154453a32303236303332350d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a32303236303332342d30613337626133622d343638642d343231302d396166662d303534386461396662653933406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a4be1bbb7206e69e1bb876d0d0a434f4c4f523a707572706c650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f30613337626133622d343638642d343231302d396166662d303534386461396662653933406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a424547494e3a564556454e540d0a53554d4d4152593a4be1bbb7206e69e1bb876d206375e1bb9963206b68e1bb9f69206e6768c4a961204861692042c3a0205472c6b06e6720286dc3b96e672036207468c3a16e672032200d0a20c3a26d206ce1bb8b6368290d0a445453544152543b56414c55453d444154453a32303237303331330d0a4454454e443b56414c55453d444154453a32303237303331340d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a32303237303331332d30613337626133622d343638642d343231302d396166662d303534386461396662653933406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a4be1bbb7206e69e1bb876d0d0a434f4c4f523a707572706c650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f30613337626133622d343638642d343231302d396166662d303534386461396662653933406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a424547494e3a564556454e540d0a53554d4d4152593a4be1bbb7206e69e1bb876d206375e1bb9963206b68e1bb9f69206e6768c4a961204861692042c3a0205472c6b06e6720286dc3b96e672036207468c3a16e672032200d0a20c3a26d206ce1bb8b6368290d0a445453544152543b56414c55453d444154453a32303238303330310d0a4454454e443b56414c55453d444154453a32303238303330320d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a32303238303330312d30613337626133622d343638642d343231302d396166662d303534386461396662653933406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a4be1bbb7206e69e1bb876d0d0a434f4c4f523a707572706c650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f30613337626133622d343638642d343231302d396166662d303534386461396662653933406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', NULL, 3, 'ky niem cuoc khoi nghia hai ba trung (mung 6 thang 2 am lich) ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (6, 'c2de92df-6a9e-4c86-80c4-c611a06cdfe1@example.org', 'commemoration', 'Ngày Quốc tế Hạnh phúc', NULL, '', NULL, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-03-20', '2026-03-20', NULL, NULL, 'FREQ=YEARLY', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a4e67c3a079205175e1bb91632074e1babf2048e1baa16e68207068c3ba630d0a445453544152543b56414c55453d444154453a32303236303332300d0a4454454e443b56414c55453d444154453a32303236303332310d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a63326465393264662d366139652d346338362d383063342d633631316130366364666531406578616d706c652e6f72670d0a53455155454e43453a300d0a5252554c453a465245513d594541524c590d0a43415445474f524945533a4be1bbb7206e69e1bb876d0d0a434f4c4f523a707572706c650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f63326465393264662d366139652d346338362d383063342d633631316130366364666531406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', NULL, 3, 'ngay quoc te hanh phuc ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (7, '19203474-a452-4dc0-9e71-aedbfb2d0681@example.org', 'commemoration', 'Ngày Gia đình Việt Nam', NULL, '', NULL, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-06-28', '2026-06-28', NULL, NULL, 'FREQ=YEARLY', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a4e67c3a0792047696120c491c3ac6e68205669e1bb8774204e616d0d0a445453544152543b56414c55453d444154453a32303236303632380d0a4454454e443b56414c55453d444154453a32303236303632390d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a31393230333437342d613435322d346463302d396537312d616564626662326430363831406578616d706c652e6f72670d0a53455155454e43453a300d0a5252554c453a465245513d594541524c590d0a43415445474f524945533a4be1bbb7206e69e1bb876d0d0a434f4c4f523a707572706c650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f31393230333437342d613435322d346463302d396537312d616564626662326430363831406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', NULL, 3, 'ngay gia dinh viet nam ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (8, 'f026c652-cfa2-42d7-91e8-0f633d5fd5ef@example.org', 'commemoration', 'Ngày Quốc tế Trẻ em gái', NULL, '', NULL, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-10-11', '2026-10-11', NULL, NULL, 'FREQ=YEARLY', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a4e67c3a079205175e1bb91632074e1babf205472e1babb20656d2067c3a1690d0a445453544152543b56414c55453d444154453a32303236313031310d0a4454454e443b56414c55453d444154453a32303236313031320d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a66303236633635322d636661322d343264372d393165382d306636333364356664356566406578616d706c652e6f72670d0a53455155454e43453a300d0a5252554c453a465245513d594541524c590d0a43415445474f524945533a4be1bbb7206e69e1bb876d0d0a434f4c4f523a707572706c650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f66303236633635322d636661322d343264372d393165382d306636333364356664356566406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', NULL, 3, 'ngay quoc te tre em gai ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (10, '4d1dd997-f275-4b7e-ae7c-9f798790f615@example.org', 'commemoration', 'Ngày Pháp luật Việt Nam', NULL, '', NULL, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-11-09', '2026-11-09', NULL, NULL, 'FREQ=YEARLY', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a4e67c3a079205068c3a170206c75e1baad74205669e1bb8774204e616d0d0a445453544152543b56414c55453d444154453a32303236313130390d0a4454454e443b56414c55453d444154453a32303236313131300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a34643164643939372d663237352d346237652d616537632d396637393837393066363135406578616d706c652e6f72670d0a53455155454e43453a300d0a5252554c453a465245513d594541524c590d0a43415445474f524945533a4be1bbb7206e69e1bb876d0d0a434f4c4f523a707572706c650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f34643164643939372d663237352d346237652d616537632d396637393837393066363135406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', NULL, 3, 'ngay phap luat viet nam ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (11, '5be13b2b-fc13-40b8-bbc5-156367eb0486@example.org', 'commemoration', 'Ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ', NULL, '', NULL, 3, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-11-25', '2026-11-25', NULL, NULL, 'FREQ=YEARLY', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a4e67c3a079205175e1bb91632074e1babf2078c3b3612062e1bb8f2062e1baa16f206ce1bbb16320c491e1bb91692076e1bb9b69207068e1bba5206ee1bbaf0d0a445453544152543b56414c55453d444154453a32303236313132350d0a4454454e443b56414c55453d444154453a32303236313132360d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a35626531336232622d666331332d343062382d626263352d313536333637656230343836406578616d706c652e6f72670d0a53455155454e43453a300d0a5252554c453a465245513d594541524c590d0a43415445474f524945533a4be1bbb7206e69e1bb876d0d0a434f4c4f523a707572706c650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f35626531336232622d666331332d343062382d626263352d313536333637656230343836406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', NULL, 3, 'ngay quoc te xoa bo bao luc doi voi phu nu ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (12, 'a39f0c07-ea66-47c6-adc5-a1910b56a93c@example.org', 'activity', 'Gặp mặt nữ công chức, viên chức nhân ngày 8/3', 19, 'các buổi sinh hoạt kỷ niệm 8/3, 20/10', 56, NULL, NULL, '', 'Nữ mặc áo dài; mỗi đơn vị chuẩn bị một tiết mục văn nghệ.', 'Hội trường tầng 2', 1, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-03-06', '2026-03-06', '15:30:00', '17:00:00', '', '[]', false, NULL, NULL, '', true, true, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a47e1bab770206de1bab774206ee1bbaf2063c3b46e67206368e1bba9635c2c207669c3aa6e206368e1bba963206e68c3a26e206e67c3a07920382f330d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323630333036543135333030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323630333036543137303030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a61333966306330372d656136362d343763362d616463352d613139313062353661393363406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a486fe1baa17420c491e1bb996e670d0a434f4c4f523a736561677265656e0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a436875e1baa96e2062e1bb8b3a204ee1bbaf206de1bab76320c3a16f2064c3a0695c3b206de1bb976920c491c6a16e2076e1bb8b20636875e1baa96e20620d0a20e1bb8b206de1bb9974207469e1babf74206de1bba5632076c4836e206e6768e1bb872e5c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1200d0a207469e1babf6e2062e1bb992063e1bba761207068e1bba5206ee1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c200d0a2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206dc3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a48e1bb9969207472c6b0e1bb9d6e672074e1baa76e6720320d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f61333966306330372d656136362d343763362d616463352d613139313062353661393363406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-03-07', 3, 'gap mat nu cong chuc, vien chuc nhan ngay 8/3 hoi truong tang 2 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (13, '6b66bbd1-363a-44ba-93e9-8b6917760502@example.org', 'activity', 'Họp mặt kỷ niệm Ngày Phụ nữ Việt Nam', 19, 'các buổi sinh hoạt kỷ niệm 8/3, 20/10', 56, NULL, NULL, '', '', 'Hội trường tầng 2', 1, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-10-19', '2026-10-19', '15:00:00', '17:00:00', '', '[]', false, NULL, NULL, '', true, true, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1bb8d70206de1bab774206be1bbb7206e69e1bb876d204e67c3a079205068e1bba5206ee1bbaf205669e1bb8774204e616d0d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323631303139543135303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323631303139543137303030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a36623636626264312d333633612d343462612d393365392d386236393137373630353032406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a486fe1baa17420c491e1bb996e670d0a434f4c4f523a736561677265656e0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a48e1bb9969207472c6b0e1bb9d6e672074e1baa76e6720320d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f36623636626264312d333633612d343462612d393365392d386236393137373630353032406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-10-20', 3, 'hop mat ky niem ngay phu nu viet nam hoi truong tang 2 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (14, '16081efe-503e-4a2e-8060-33f6ee6c7d4d@example.org', 'activity', 'Lễ phát động Tháng hành động vì bình đẳng giới', NULL, '', NULL, 3, NULL, '', 'Toàn thể mặc trang phục có màu cam.', 'Sân trụ sở Sở Công Thương', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-11-16', '2026-11-16', '08:00:00', '09:30:00', '', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a4ce1bb85207068c3a17420c491e1bb996e67205468c3a16e672068c3a06e6820c491e1bb996e672076c3ac2062c3ac6e6820c491e1bab36e67206769e1bb9b690d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323631313136543038303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323631313136543039333030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a31363038316566652d353033652d346132652d383036302d333366366565366337643464406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a486fe1baa17420c491e1bb996e670d0a434f4c4f523a736561677265656e0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a436875e1baa96e2062e1bb8b3a20546fc3a06e207468e1bb83206de1bab763207472616e67207068e1bba5632063c3b3206dc3a0752063616d2e5c6ec4900d0a20c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206ee1bbaf5c6e4c69c3aa6e20680d0a20e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206dc3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a53c3a26e207472e1bba52073e1bb9f2053e1bb9f2043c3b46e67205468c6b0c6a16e670d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f31363038316566652d353033652d346132652d383036302d333366366565366337643464406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-11-17', 3, 'le phat dong thang hanh dong vi binh dang gioi san tru so so cong thuong ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (15, '8dcd1c0a-35df-4992-b065-9097ebf63861@example.org', 'activity', 'Bữa cơm gia đình ấm áp yêu thương', NULL, '', NULL, 2, NULL, '', '', 'Nhà ăn cơ quan', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-06-26', '2026-06-26', '16:30:00', '19:00:00', '', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a42e1bbaf612063c6a16d2067696120c491c3ac6e6820e1baa56d20c3a1702079c3aa75207468c6b0c6a16e670d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323630363236543136333030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323630363236543139303030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a38646364316330612d333564662d343939322d623036352d393039376562663633383631406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a486fe1baa17420c491e1bb996e670d0a434f4c4f523a736561677265656e0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a4e68c3a020c4836e2063c6a1207175616e0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f38646364316330612d333564662d343939322d623036352d393039376562663633383631406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-06-27', 3, 'bua com gia dinh am ap yeu thuong nha an co quan ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (16, '105fb986-981f-4abf-aa28-cb3dfaf1777e@example.org', 'activity', 'Hội thao nữ công chức, viên chức', 5, 'Tổ chức hoạt động văn nghệ, thể dục thể thao thu hút lao động nữ tham gia', 41, NULL, NULL, '', '', 'Nhà thi đấu tỉnh', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-05-15', '2026-05-15', '07:30:00', '11:30:00', '', '[]', false, NULL, NULL, '', true, true, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1bb9969207468616f206ee1bbaf2063c3b46e67206368e1bba9635c2c207669c3aa6e206368e1bba9630d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323630353135543037333030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323630353135543131333030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a31303566623938362d393831662d346162662d616132382d636233646661663137373765406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a486fe1baa17420c491e1bb996e670d0a434f4c4f523a736561677265656e0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a4e68c3a02074686920c491e1baa5752074e1bb896e680d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f31303566623938362d393831662d346162662d616132382d636233646661663137373765406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-05-16', 3, 'hoi thao nu cong chuc, vien chuc nha thi dau tinh ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (17, 'e42986ea-a32f-4467-9863-e3ae13d491f1@example.org', 'seminar', 'Tọa đàm “Phụ nữ với chuyển đổi số”', 4, 'Mở các buổi tọa đàm, hội thảo, lớp tập huấn', 40, NULL, NULL, '', '', 'Hội trường tầng 2', 1, '', '["ThS. L\u00ea Thu H\u1eb1ng, \u0110\u1ea1i h\u1ecdc H\u00e0 S\u01a1n"]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-04-16', '2026-04-16', '14:00:00', '16:30:00', '', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a54e1bb8d6120c491c3a06d20e2809c5068e1bba5206ee1bbaf2076e1bb9b692063687579e1bb836e20c491e1bb95692073e1bb91e2809d0d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323630343136543134303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323630343136543136333030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a65343239383665612d613332662d343436372d393836332d653361653133643439316631406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a48e1bb9969207468e1baa36f5c2c2074e1bb8d6120c491c3a06d0d0a434f4c4f523a7465616c0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a42c3a16f2063c3a16f207669c3aa6e3a205468532e204cc3aa205468752048e1bab16e675c2c20c490e1baa1692068e1bb8d632048c3a02053c6a16e5c6e0d0a20c490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206ee1bbaf5c6e4c69c3aa6e20680d0a20e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206dc3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a48e1bb9969207472c6b0e1bb9d6e672074e1baa76e6720320d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f65343239383665612d613332662d343436372d393836332d653361653133643439316631406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-04-17', 3, 'toa dam “phu nu voi chuyen doi so” hoi truong tang 2 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105 ths. le thu hang, dai hoc ha son');
INSERT INTO public.event VALUES (18, 'fcf6eba6-bfa5-4016-ab4f-f0d3a60e9c5f@example.org', 'seminar', 'Hội thảo chuyên đề lồng ghép giới trong quản lý công nghiệp', 11, 'Tổ chức hội thảo chuyên đề, tọa đàm làm diễn đàn trao đổi kinh nghiệm', 46, NULL, NULL, '', '', 'Hội trường tầng 2', 1, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-05-21', '2026-05-21', '08:00:00', '11:30:00', '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1bb9969207468e1baa36f2063687579c3aa6e20c491e1bb81206ce1bb936e67206768c3a970206769e1bb9b692074726f6e67207175e1baa36e206cc3bd20630d0a20c3b46e67206e676869e1bb87700d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323630353231543038303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323630353231543131333030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a66636636656261362d626661352d343031362d616234662d663064336136306539633566406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a48e1bb9969207468e1baa36f5c2c2074e1bb8d6120c491c3a06d0d0a434f4c4f523a7465616c0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a48e1bb9969207472c6b0e1bb9d6e672074e1baa76e6720320d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f66636636656261362d626661352d343031362d616234662d663064336136306539633566406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-05-22', 3, 'hoi thao chuyen de long ghep gioi trong quan ly cong nghiep hoi truong tang 2 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (19, '14115933-a085-4116-8622-63ed16a200c6@example.org', 'seminar', 'Nói chuyện chuyên đề chăm sóc sức khỏe phụ nữ', 2, 'Truyền thông về chăm sóc sức khỏe phụ nữ và kế hoạch hóa gia đình', 38, NULL, NULL, '', '', 'Hội trường tầng 2', 1, '', '["BS. Ph\u1ea1m Ng\u1ecdc Mai, B\u1ec7nh vi\u1ec7n S\u1ea3n - Nhi"]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-08-13', '2026-08-13', '14:00:00', '16:00:00', '', '[]', false, NULL, NULL, '', true, true, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a4ec3b3692063687579e1bb876e2063687579c3aa6e20c491e1bb81206368c4836d2073c3b3632073e1bba963206b68e1bb8f65207068e1bba5206ee1bbaf0d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323630383133543134303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323630383133543136303030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a31343131353933332d613038352d343131362d383632322d363365643136613230306336406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a48e1bb9969207468e1baa36f5c2c2074e1bb8d6120c491c3a06d0d0a434f4c4f523a7465616c0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a42c3a16f2063c3a16f207669c3aa6e3a2042532e205068e1baa16d204e67e1bb8d63204d61695c2c2042e1bb876e68207669e1bb876e2053e1baa36e202d0d0a20204e68695c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206ee1bbaf5c6e4c0d0a2069c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206dc3a179206c0d0a20e1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a48e1bb9969207472c6b0e1bb9d6e672074e1baa76e6720320d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f31343131353933332d613038352d343131362d383632322d363365643136613230306336406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-08-14', 3, 'noi chuyen chuyen de cham soc suc khoe phu nu hoi truong tang 2 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105 bs. pham ngoc mai, benh vien san - nhi');
INSERT INTO public.event VALUES (20, '13587b15-8aef-4255-a7d4-f98c4c5d1eff@example.org', 'seminar', 'Tọa đàm kỷ niệm 20/10 “Bản lĩnh phụ nữ Công Thương”', NULL, '', NULL, NULL, NULL, '', '', 'Hội trường tầng 2', 1, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-10-16', '2026-10-16', '14:00:00', '16:30:00', '', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a54e1bb8d6120c491c3a06d206be1bbb7206e69e1bb876d2032302f313020e2809c42e1baa36e206cc4a96e68207068e1bba5206ee1bbaf2043c3b46e67205468c6b00d0a20c6a16e67e2809d0d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323631303136543134303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323631303136543136333030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a31333538376231352d386165662d343235352d613764342d663938633463356431656666406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a48e1bb9969207468e1baa36f5c2c2074e1bb8d6120c491c3a06d0d0a434f4c4f523a7465616c0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a48e1bb9969207472c6b0e1bb9d6e672074e1baa76e6720320d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f31333538376231352d386165662d343235352d613764342d663938633463356431656666406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-10-17', 3, 'toa dam ky niem 20/10 “ban linh phu nu cong thuong” hoi truong tang 2 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (21, 'af2cf474-e923-47c8-b83e-09d07f6a54dd@example.org', 'seminar', 'Tọa đàm “Nhận diện và ứng phó với bạo lực trên môi trường mạng”', NULL, '', NULL, 3, NULL, '', '', 'Hội trường tầng 2', 1, '', '["Thi\u1ebfu t\u00e1 V\u0169 Ho\u00e0i Anh, C\u00f4ng an t\u1ec9nh"]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-11-26', '2026-11-26', '14:00:00', '16:30:00', '', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a54e1bb8d6120c491c3a06d20e2809c4e68e1baad6e206469e1bb876e2076c3a020e1bba96e67207068c3b32076e1bb9b692062e1baa16f206ce1bbb163207472c3aa0d0a206e206dc3b469207472c6b0e1bb9d6e67206de1baa16e67e2809d0d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323631313236543134303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323631313236543136333030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a61663263663437342d653932332d343763382d623833652d303964303766366135346464406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a48e1bb9969207468e1baa36f5c2c2074e1bb8d6120c491c3a06d0d0a434f4c4f523a7465616c0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a42c3a16f2063c3a16f207669c3aa6e3a20546869e1babf752074c3a12056c5a920486fc3a06920416e685c2c2043c3b46e6720616e2074e1bb896e685c6e0d0a20c490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206ee1bbaf5c6e4c69c3aa6e20680d0a20e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206dc3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a48e1bb9969207472c6b0e1bb9d6e672074e1baa76e6720320d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f61663263663437342d653932332d343763382d623833652d303964303766366135346464406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-11-27', 3, 'toa dam “nhan dien va ung pho voi bao luc tren moi truong mang” hoi truong tang 2 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105 thieu ta vu hoai anh, cong an tinh');
INSERT INTO public.event VALUES (22, 'c6401cd6-def7-4483-ace0-bc99fe9fd426@example.org', 'training', 'Tập huấn phòng, chống bạo lực gia đình cho cán bộ đầu mối', NULL, '', NULL, 2, NULL, '', '', 'Phòng họp số 1', 2, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-06-11', '2026-06-11', '08:00:00', '11:30:00', '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a54e1baad70206875e1baa56e207068c3b26e675c2c206368e1bb916e672062e1baa16f206ce1bbb1632067696120c491c3ac6e682063686f2063c3a16e2062e1bb990d0a2020c491e1baa775206de1bb91690d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323630363131543038303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323630363131543131333030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a63363430316364362d646566372d343438332d616365302d626339396665396664343236406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a54e1baad70206875e1baa56e0d0a434f4c4f523a7465616c0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a5068c3b26e672068e1bb8d702073e1bb9120310d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f63363430316364362d646566372d343438332d616365302d626339396665396664343236406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-06-12', 3, 'tap huan phong, chong bao luc gia dinh cho can bo dau moi phong hop so 1 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (23, '3042b902-39dd-4f2e-b69d-f7effc2720b4@example.org', 'training', 'Tập huấn kỹ năng công tác nữ công', NULL, '100% cán bộ công đoàn chủ chốt, cán bộ nữ công được tập huấn kiến thức về bình đẳng giới', NULL, NULL, NULL, '', 'Mang theo máy tính xách tay và số liệu nữ của đơn vị.', 'Hội trường tầng 2', 1, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-07-16', '2026-07-16', '08:00:00', '16:30:00', '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a54e1baad70206875e1baa56e206be1bbb9206ec4836e672063c3b46e672074c3a163206ee1bbaf2063c3b46e670d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323630373136543038303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323630373136543136333030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a33303432623930322d333964642d346632652d623639642d663765666663323732306234406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a54e1baad70206875e1baa56e0d0a434f4c4f523a7465616c0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a436875e1baa96e2062e1bb8b3a204d616e67207468656f206dc3a1792074c3ad6e682078c3a16368207461792076c3a02073e1bb91206c69e1bb8775206e0d0a20e1bbaf2063e1bba76120c491c6a16e2076e1bb8b2e5c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb9920630d0a20e1bba761207068e1bba5206ee1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e6720530d0a20e1bb9f5c2c2073e1bb91206dc3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a48e1bb9969207472c6b0e1bb9d6e672074e1baa76e6720320d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f33303432623930322d333964642d346632652d623639642d663765666663323732306234406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-07-17', 3, 'tap huan ky nang cong tac nu cong hoi truong tang 2 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (24, '8ca2b5de-e328-422f-a325-4368de428e06@example.org', 'training', 'Bồi dưỡng nghiệp vụ cho báo cáo viên, tuyên truyền viên', 10, 'Cử thành viên Ban Vì sự tiến bộ của phụ nữ dự các khóa bồi dưỡng nghiệp vụ, kỹ năng', 45, NULL, NULL, '', '', 'Trường Chính trị tỉnh', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-09-10', '2026-09-11', '08:00:00', '16:30:00', '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a42e1bb93692064c6b0e1bba16e67206e676869e1bb87702076e1bba52063686f2062c3a16f2063c3a16f207669c3aa6e5c2c20747579c3aa6e2074727579e1bb816e0d0a20207669c3aa6e0d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323630393130543038303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323630393131543136333030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a38636132623564652d653332382d343232662d613332352d343336386465343238653036406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a54e1baad70206875e1baa56e0d0a434f4c4f523a7465616c0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a5472c6b0e1bb9d6e67204368c3ad6e68207472e1bb8b2074e1bb896e680d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f38636132623564652d653332382d343232662d613332352d343336386465343238653036406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-09-12', 3, 'boi duong nghiep vu cho bao cao vien, tuyen truyen vien truong chinh tri tinh ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (25, 'ee34b5ee-172e-4687-ac93-eece77736e14@example.org', 'visit', 'Tham quan, học tập kinh nghiệm tại tỉnh bạn', NULL, '', NULL, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-08-20', '2026-08-21', NULL, NULL, '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a5468616d207175616e5c2c2068e1bb8d632074e1baad70206b696e68206e676869e1bb876d2074e1baa1692074e1bb896e682062e1baa16e0d0a445453544152543b56414c55453d444154453a32303236303832300d0a4454454e443b56414c55453d444154453a32303236303832320d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a65653334623565652d313732652d343638372d616339332d656563653737373336653134406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a5468616d207175616e5c2c2068e1bb8d632074e1baad700d0a434f4c4f523a6461726b6379616e0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f65653334623565652d313732652d343638372d616339332d656563653737373336653134406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', '2027-08-22', 3, 'tham quan, hoc tap kinh nghiem tai tinh ban ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (26, '422c122a-bd14-4689-8e22-7d3214ac53f2@example.org', 'meeting', 'Họp Ban Vì sự tiến bộ của phụ nữ', NULL, '', NULL, NULL, NULL, '', '', 'Phòng họp số 1', 2, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-01-15', '2026-01-15', '08:00:00', '10:00:00', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=3TH', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1bb8d702042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206ee1bbaf0d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323630313135543038303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323630313135543130303030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a34323263313232612d626431342d343638392d386532322d376433323134616335336632406578616d706c652e6f72670d0a53455155454e43453a300d0a5252554c453a465245513d4d4f4e54484c593b494e54455256414c3d333b42594441593d3354480d0a43415445474f524945533a4375e1bb99632068e1bb8d700d0a434f4c4f523a736c617465677261790d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a5068c3b26e672068e1bb8d702073e1bb9120310d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f34323263313232612d626431342d343638392d386532322d376433323134616335336632406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', NULL, 3, 'hop ban vi su tien bo cua phu nu phong hop so 1 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (27, '74a1eae5-e3b6-48e0-b3c3-52a22d3b8269@example.org', 'review', 'Sơ kết công tác bình đẳng giới 6 tháng đầu năm', 14, 'Tổ chức sơ kết, tổng kết công tác bình đẳng giới', 49, NULL, NULL, '', '', 'Hội trường tầng 2', 1, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-07-03', '2026-07-03', '08:00:00', '11:00:00', '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a53c6a1206be1babf742063c3b46e672074c3a1632062c3ac6e6820c491e1bab36e67206769e1bb9b692036207468c3a16e6720c491e1baa775206ec4836d0d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323630373033543038303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323630373033543131303030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a37346131656165352d653362362d343865302d623363332d353261323264336238323639406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a53c6a1206be1babf745c2c2074e1bb956e67206be1babf740d0a434f4c4f523a736c617465677261790d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a48e1bb9969207472c6b0e1bb9d6e672074e1baa76e6720320d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f37346131656165352d653362362d343865302d623363332d353261323264336238323639406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-07-04', 3, 'so ket cong tac binh dang gioi 6 thang dau nam hoi truong tang 2 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (28, 'c749c2b6-08f1-4093-89cd-f88641efb0b3@example.org', 'review', 'Tổng kết công tác bình đẳng giới và vì sự tiến bộ của phụ nữ', 14, 'Tổ chức sơ kết, tổng kết công tác bình đẳng giới', 49, NULL, NULL, '', '', 'Hội trường tầng 2', 1, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-12-17', '2026-12-17', '08:00:00', '11:30:00', '', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a54e1bb956e67206be1babf742063c3b46e672074c3a1632062c3ac6e6820c491e1bab36e67206769e1bb9b692076c3a02076c3ac2073e1bbb1207469e1babf6e20620d0a20e1bb992063e1bba761207068e1bba5206ee1bbaf0d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323631323137543038303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323631323137543131333030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a63373439633262362d303866312d343039332d383963642d663838363431656662306233406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a53c6a1206be1babf745c2c2074e1bb956e67206be1babf740d0a434f4c4f523a736c617465677261790d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a48e1bb9969207472c6b0e1bb9d6e672074e1baa76e6720320d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f63373439633262362d303866312d343039332d383963642d663838363431656662306233406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-12-18', 3, 'tong ket cong tac binh dang gioi va vi su tien bo cua phu nu hoi truong tang 2 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (29, 'b6ef9f39-6aab-4080-9753-ffddb10b3c5f@example.org', 'award', 'Họp xét khen thưởng công tác bình đẳng giới', 15, 'Khen thưởng, biểu dương kịp thời tập thể, cá nhân có thành tích xuất sắc', 50, NULL, NULL, '', '', 'Phòng họp số 1', 2, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-12-03', '2026-12-03', '14:00:00', '16:00:00', '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1bb8d702078c3a974206b68656e207468c6b0e1bb9f6e672063c3b46e672074c3a1632062c3ac6e6820c491e1bab36e67206769e1bb9b690d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323631323033543134303030300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323631323033543136303030300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a62366566396633392d366161622d343038302d393735332d666664646231306233633566406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a4b68656e207468c6b0e1bb9f6e670d0a434f4c4f523a676f6c64656e726f640d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a5068c3b26e672068e1bb8d702073e1bb9120310d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f62366566396633392d366161622d343038302d393735332d666664646231306233633566406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-12-04', 3, 'hop xet khen thuong cong tac binh dang gioi phong hop so 1 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (30, 'da4672f6-742c-4f0a-88a8-aceafa1698b1@example.org', 'report', 'Các đơn vị gửi báo cáo 6 tháng', NULL, '', NULL, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, 'Ban Vì sự tiến bộ của phụ nữ', 'Văn phòng Sở', 'Asia/Ho_Chi_Minh', '2026-06-10', '2026-06-10', NULL, NULL, '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1baa16e3a2043c3a16320c491c6a16e2076e1bb8b2067e1bbad692062c3a16f2063c3a16f2036207468c3a16e670d0a445453544152543b56414c55453d444154453a32303236303631300d0a4454454e443b56414c55453d444154453a32303236303631310d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a64613436373266362d373432632d346630612d383861382d616365616661313639386231406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a48e1baa16e2062c3a16f2063c3a16f0d0a434f4c4f523a66697265627269636b0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a4ec6a169206e68e1baad6e2062c3a16f2063c3a16f3a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206ee1bbaf5c6e4c690d0a20c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206dc3a179206c0d0a20e1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f64613436373266362d373432632d346630612d383861382d616365616661313639386231406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', '2027-06-11', 3, 'cac don vi gui bao cao 6 thang ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (31, 'ad4c80ce-ddd7-46c2-8170-0d6fccab2842@example.org', 'report', 'Báo cáo 6 tháng công tác bình đẳng giới', 21, 'Thực hiện báo cáo định kỳ về Ban Vì sự tiến bộ của phụ nữ tỉnh', 58, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, 'Ban Vì sự tiến bộ của phụ nữ tỉnh', 'Sở Nội vụ', 'Asia/Ho_Chi_Minh', '2026-06-15', '2026-06-15', NULL, NULL, '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1baa16e3a2042c3a16f2063c3a16f2036207468c3a16e672063c3b46e672074c3a1632062c3ac6e6820c491e1bab36e67206769e1bb9b690d0a445453544152543b56414c55453d444154453a32303236303631350d0a4454454e443b56414c55453d444154453a32303236303631360d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a61643463383063652d646464372d343663322d383137302d306436666363616232383432406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a48e1baa16e2062c3a16f2063c3a16f0d0a434f4c4f523a66697265627269636b0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a4ec6a169206e68e1baad6e2062c3a16f2063c3a16f3a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf2074e1bb896e685c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f61643463383063652d646464372d343663322d383137302d306436666363616232383432406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', '2027-06-16', 3, 'bao cao 6 thang cong tac binh dang gioi ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (32, '2b2fc3e1-79ef-4dc3-86fa-200127adfe6a@example.org', 'report', 'Báo cáo kết quả Tháng hành động phòng, chống bạo lực gia đình', NULL, '', NULL, 2, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, 'Sở Văn hóa, Thể thao và Du lịch', '', 'Asia/Ho_Chi_Minh', '2026-07-03', '2026-07-03', NULL, NULL, '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1baa16e3a2042c3a16f2063c3a16f206be1babf74207175e1baa3205468c3a16e672068c3a06e6820c491e1bb996e67207068c3b26e675c2c206368e1bb916e670d0a202062e1baa16f206ce1bbb1632067696120c491c3ac6e680d0a445453544152543b56414c55453d444154453a32303236303730330d0a4454454e443b56414c55453d444154453a32303236303730340d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a32623266633365312d373965662d346463332d383666612d323030313237616466653661406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a48e1baa16e2062c3a16f2063c3a16f0d0a434f4c4f523a66697265627269636b0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a4ec6a169206e68e1baad6e2062c3a16f2063c3a16f3a2053e1bb9f2056c4836e2068c3b3615c2c205468e1bb83207468616f2076c3a0204475206ce1bb8b0d0a2063685c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206ee1bbaf5c6e4c690d0a20c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206dc3a179206c0d0a20e1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f32623266633365312d373965662d346463332d383666612d323030313237616466653661406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', '2027-07-04', 3, 'bao cao ket qua thang hanh dong phong, chong bao luc gia dinh ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (33, '1a1a93e9-f69b-4dca-bcde-939fa57ca436@example.org', 'report', 'Các đơn vị gửi báo cáo năm', NULL, '', NULL, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, 'Ban Vì sự tiến bộ của phụ nữ', 'Văn phòng Sở', 'Asia/Ho_Chi_Minh', '2026-12-04', '2026-12-04', NULL, NULL, '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1baa16e3a2043c3a16320c491c6a16e2076e1bb8b2067e1bbad692062c3a16f2063c3a16f206ec4836d0d0a445453544152543b56414c55453d444154453a32303236313230340d0a4454454e443b56414c55453d444154453a32303236313230350d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a31613161393365392d663639622d346463612d626364652d393339666135376361343336406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a48e1baa16e2062c3a16f2063c3a16f0d0a434f4c4f523a66697265627269636b0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a4ec6a169206e68e1baad6e2062c3a16f2063c3a16f3a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206ee1bbaf5c6e4c690d0a20c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206dc3a179206c0d0a20e1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f31613161393365392d663639622d346463612d626364652d393339666135376361343336406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', '2027-12-05', 3, 'cac don vi gui bao cao nam ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (34, '34dbd7e1-6411-4d8e-bc38-2e62758940ae@example.org', 'report', 'Báo cáo năm công tác bình đẳng giới', 21, 'Thực hiện báo cáo định kỳ về Ban Vì sự tiến bộ của phụ nữ tỉnh', 58, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, 'Ban Vì sự tiến bộ của phụ nữ tỉnh', 'Sở Nội vụ', 'Asia/Ho_Chi_Minh', '2026-12-10', '2026-12-10', NULL, NULL, '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1baa16e3a2042c3a16f2063c3a16f206ec4836d2063c3b46e672074c3a1632062c3ac6e6820c491e1bab36e67206769e1bb9b690d0a445453544152543b56414c55453d444154453a32303236313231300d0a4454454e443b56414c55453d444154453a32303236313231310d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a33346462643765312d363431312d346438652d626333382d326536323735383934306165406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a48e1baa16e2062c3a16f2063c3a16f0d0a434f4c4f523a66697265627269636b0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a4ec6a169206e68e1baad6e2062c3a16f2063c3a16f3a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf2074e1bb896e685c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f33346462643765312d363431312d346438652d626333382d326536323735383934306165406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', '2027-12-11', 3, 'bao cao nam cong tac binh dang gioi ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (35, '16b1cf0b-bc39-4384-bdf1-743c913f43d4@example.org', 'report', 'Báo cáo kết quả Tháng hành động vì bình đẳng giới', NULL, '', NULL, 3, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, 'Ban Vì sự tiến bộ của phụ nữ tỉnh', 'Sở Nội vụ', 'Asia/Ho_Chi_Minh', '2026-12-21', '2026-12-21', NULL, NULL, '', '[]', false, NULL, NULL, '', false, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1baa16e3a2042c3a16f2063c3a16f206be1babf74207175e1baa3205468c3a16e672068c3a06e6820c491e1bb996e672076c3ac2062c3ac6e6820c491e1bab36e0d0a2067206769e1bb9b690d0a445453544152543b56414c55453d444154453a32303236313232310d0a4454454e443b56414c55453d444154453a32303236313232320d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a31366231636630622d626333392d343338342d626466312d373433633931336634336434406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a48e1baa16e2062c3a16f2063c3a16f0d0a434f4c4f523a66697265627269636b0d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3a4ec6a169206e68e1baad6e2062c3a16f2063c3a16f3a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf2074e1bb896e685c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f31366231636630622d626333392d343338342d626466312d373433633931336634336434406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', '2027-12-22', 3, 'bao cao ket qua thang hanh dong vi binh dang gioi ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (36, '9c20a216-9529-4837-b672-0b3e42cc098f@example.org', 'activity', 'Hội diễn văn nghệ chào mừng 20/10', 5, 'Tổ chức hoạt động văn nghệ, thể dục thể thao thu hút lao động nữ tham gia', 41, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', NULL, NULL, NULL, NULL, '', '[]', false, '2026-10-01', '2026-12-31', 'quarter', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', NULL, '', NULL, '', '', NULL, 0, NULL, NULL, 1, 'hoi dien van nghe chao mung 20/10 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (37, '6b639e51-786a-4fa8-868b-9f96963ae485@example.org', 'activity', 'Kiểm tra công tác bình đẳng giới tại các đơn vị trực thuộc', 13, 'Giám sát, kiểm tra việc thực hiện tại các đơn vị', 48, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', NULL, NULL, NULL, NULL, '', '[]', false, '2026-07-01', '2026-09-30', 'quarter', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', NULL, '', NULL, '', '', NULL, 0, NULL, NULL, 1, 'kiem tra cong tac binh dang gioi tai cac don vi truc thuoc ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (38, 'd942f3c6-7cf0-4f4e-8da8-ae538c462559@example.org', 'activity', 'Rà soát, bổ sung quy chế hoạt động của Ban', 12, 'Rà soát, bổ sung quy chế hoạt động của Ban Vì sự tiến bộ của phụ nữ', 47, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', NULL, NULL, NULL, NULL, '', '[]', false, '2026-01-01', '2026-03-31', 'quarter', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', NULL, '', NULL, '', '', NULL, 0, NULL, NULL, 1, 'ra soat, bo sung quy che hoat dong cua ban ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (39, '2ff786b2-0152-4da2-b55a-4a99de7929c6@example.org', 'training', 'Tập huấn kỹ năng lãnh đạo cho cán bộ nữ thuộc diện quy hoạch', 8, 'Lựa chọn, giới thiệu cán bộ nữ tiêu biểu để đào tạo, bồi dưỡng', 43, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', NULL, NULL, NULL, NULL, '', '[]', false, '2026-10-01', '2026-12-31', 'quarter', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', NULL, '', NULL, '', '', NULL, 0, NULL, NULL, 1, 'tap huan ky nang lanh dao cho can bo nu thuoc dien quy hoach ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (40, '5c871113-4f6a-466c-8abb-6429df9d1490@example.org', 'meeting', 'Họp rà soát công việc trong tháng', NULL, '', NULL, NULL, NULL, 'Điểm lại các nhiệm vụ đã làm, phân công việc của tháng tới.', '', 'Phòng họp số 1', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-11-24', '2026-11-24', '10:01:00', '11:01:00', '', '[]', false, NULL, NULL, '', false, false, true, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a48e1bb8d702072c3a020736fc3a1742063c3b46e67207669e1bb87632074726f6e67207468c3a16e670d0a445453544152543b545a49443d417369612f486f5f4368695f4d696e683a3230323631313234543130303130300d0a4454454e443b545a49443d417369612f486f5f4368695f4d696e683a3230323631313234543131303130300d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a35633837313131332d346636612d343636632d386162622d363432396466396431343930406578616d706c652e6f72670d0a53455155454e43453a300d0a43415445474f524945533a4375e1bb99632068e1bb8d700d0a434f4c4f523a736c617465677261790d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac49069e1bb836d206ce1baa1692063c3a163206e6869e1bb876d2076e1bba520c491c3a3206cc3a06d5c2c207068c3a26e2063c3b46e67207669e1bb87630d0a202063e1bba761207468c3a16e672074e1bb9b692e5c6ec490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb9920630d0a20e1bba761207068e1bba5206ee1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e6720530d0a20e1bb9f5c2c2073e1bb91206dc3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a4c4f434154494f4e3a5068c3b26e672068e1bb8d702073e1bb9120310d0a5354415455533a434f4e4649524d45440d0a5452414e53503a4f50415155450d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f35633837313131332d346636612d343636632d386162622d363432396466396431343930406578616d0d0a20706c652e6f72670d0a454e443a564556454e540d0a', '2027-11-25', 2, 'hop ra soat cong viec trong thang phong hop so 1 ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105 diem lai cac nhiem vu da lam, phan cong viec cua thang toi.');
INSERT INTO public.event VALUES (4, '03912533-2c69-4fd1-9a25-719dec573271@example.org', 'commemoration', 'Ngày Quốc tế Phụ nữ', 19, 'lồng ghép trong các cuộc họp công đoàn, các buổi sinh hoạt kỷ niệm 8/3, 20/10.', 56, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-03-08', '2026-03-08', NULL, NULL, 'FREQ=YEARLY', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a4e67c3a079205175e1bb91632074e1babf205068e1bba5206ee1bbaf0d0a445453544152543b56414c55453d444154453a32303236303330380d0a4454454e443b56414c55453d444154453a32303236303330390d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a30333931323533332d326336392d346664312d396132352d373139646563353733323731406578616d706c652e6f72670d0a53455155454e43453a300d0a5252554c453a465245513d594541524c590d0a43415445474f524945533a4be1bbb7206e69e1bb876d0d0a434f4c4f523a707572706c650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f30333931323533332d326336392d346664312d396132352d373139646563353733323731406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', NULL, 5, 'ngay quoc te phu nu ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public.event VALUES (9, '02d24916-b0fb-44f4-af1a-ec16bb7b092f@example.org', 'commemoration', 'Ngày Phụ nữ Việt Nam', 19, 'lồng ghép trong các cuộc họp công đoàn, các buổi sinh hoạt kỷ niệm 8/3, 20/10.', 56, NULL, NULL, '', '', '', NULL, '', '[]', '[]', 'Ban Vì sự tiến bộ của phụ nữ', '', 'đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', 'Asia/Ho_Chi_Minh', '2026-10-20', '2026-10-20', NULL, NULL, 'FREQ=YEARLY', '[]', false, NULL, NULL, '', true, false, false, '[]', '2026-11-24 01:00:00+00', 'demo', '2026-11-24 01:00:00+00', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 0, '\x424547494e3a564556454e540d0a53554d4d4152593a4e67c3a079205068e1bba5206ee1bbaf205669e1bb8774204e616d0d0a445453544152543b56414c55453d444154453a32303236313032300d0a4454454e443b56414c55453d444154453a32303236313032310d0a44545354414d503a3230323631313234543031303030305a0d0a5549443a30326432343931362d623066622d343466342d616631612d656331366262376230393266406578616d706c652e6f72670d0a53455155454e43453a300d0a5252554c453a465245513d594541524c590d0a43415445474f524945533a4be1bbb7206e69e1bb876d0d0a434f4c4f523a707572706c650d0a435245415445443a3230323631313234543031303030305a0d0a4445534352495054494f4e3ac490c6a16e2076e1bb8b2074e1bb95206368e1bba9633a2042616e2056c3ac2073e1bbb1207469e1babf6e2062e1bb992063e1bba761207068e1bba5206e0d0a20e1bbaf5c6e4c69c3aa6e2068e1bb873a20c4912f63204e677579e1bb856e205468e1bb8b20546875205472616e675c2c2056c4836e207068c3b26e672053e1bb9f5c2c2073e1bb91206d0d0a20c3a179206ce1babb203130350d0a4c4153542d4d4f4449464945443a3230323631313234543031303030305a0d0a5354415455533a434f4e4649524d45440d0a5452414e53503a5452414e53504152454e540d0a55524c3a687474703a2f2f3132372e302e302e313a383030302f6576656e74732f30326432343931362d623066622d343466342d616631612d656331366262376230393266406578616d0d0a20706c652e6f72670d0a582d4d4943524f534f46542d43444f2d425553595354415455533a465245450d0a454e443a564556454e540d0a', NULL, 5, 'ngay phu nu viet nam ban vi su tien bo cua phu nu d/c nguyen thi thu trang, van phong so, so may le 105');
INSERT INTO public."group" VALUES (1, 'Ban Vì sự tiến bộ của phụ nữ', 'ban-vi-su-tien-bo-cua-phu-nu', 'body', '2026-11-24 01:00:00+00', 'ban vi su tien bo cua phu nu');
INSERT INTO public."group" VALUES (2, 'Ban Nữ công', 'ban-nu-cong', 'body', '2026-11-24 01:00:00+00', 'ban nu cong');
INSERT INTO public."group" VALUES (3, 'Ban Chấp hành Công đoàn', 'ban-chap-hanh-cong-doan', 'body', '2026-11-24 01:00:00+00', 'ban chap hanh cong doan');
INSERT INTO public."group" VALUES (4, 'Văn phòng Sở', 'van-phong-so', 'unit', '2026-11-24 01:00:00+00', 'van phong so');
INSERT INTO public."group" VALUES (5, 'Phòng Kế hoạch - Tài chính', 'phong-ke-hoach-tai-chinh', 'unit', '2026-11-24 01:00:00+00', 'phong ke hoach - tai chinh');
INSERT INTO public."group" VALUES (6, 'Phòng Quản lý Thương mại', 'phong-quan-ly-thuong-mai', 'unit', '2026-11-24 01:00:00+00', 'phong quan ly thuong mai');
INSERT INTO public."group" VALUES (7, 'Phòng Quản lý Công nghiệp', 'phong-quan-ly-cong-nghiep', 'unit', '2026-11-24 01:00:00+00', 'phong quan ly cong nghiep');
INSERT INTO public."group" VALUES (8, 'Thanh tra Sở', 'thanh-tra-so', 'unit', '2026-11-24 01:00:00+00', 'thanh tra so');
INSERT INTO public."group" VALUES (9, 'Trung tâm Khuyến công', 'trung-tam-khuyen-cong', 'unit', '2026-11-24 01:00:00+00', 'trung tam khuyen cong');
INSERT INTO public.history VALUES (1, '2026-11-24 01:00:00+00', NULL, 'demo', 'read', 'plan_reading', 1, 'Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026', '{}', '{"file_name": "ke-hoach.txt", "proposals": 21}');
INSERT INTO public.history VALUES (2, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 2, 'Truyền thông về chăm sóc sức khỏe phụ nữ và kế hoạch hóa gia đình', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (3, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 3, 'Tháng hành động phòng, chống bạo lực gia đình', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (4, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 4, 'Tháng hành động vì bình đẳng giới, phòng chống bạo lực trên cơ sở giới', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (5, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 5, 'Mở các buổi tọa đàm, hội thảo, lớp tập huấn, chuyến tham quan học tập kinh nghiệm để chị em nắm được kiến thức xã hội, chuyên môn, quyền và nghĩa vụ của phụ nữ', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (6, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 6, 'Hoạt động văn nghệ, thể dục thể thao thu hút lao động nữ tham gia', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (7, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 9, 'Cử thành viên Ban Vì sự tiến bộ của phụ nữ dự các khóa bồi dưỡng nghiệp vụ, kỹ năng dành cho báo cáo viên, tuyên truyền viên', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (8, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 10, 'Hội thảo chuyên đề, tọa đàm làm diễn đàn trao đổi kinh nghiệm về công tác bình đẳng giới', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (9, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 11, 'Rà soát, bổ sung quy chế hoạt động của Ban Vì sự tiến bộ của phụ nữ cho sát tình hình thực tế', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (10, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 12, 'Giám sát, kiểm tra việc thực hiện tại các đơn vị', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (11, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 13, 'Sơ kết, tổng kết công tác bình đẳng giới và vì sự tiến bộ của phụ nữ', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (12, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 14, 'Khen thưởng, biểu dương kịp thời tập thể, cá nhân có thành tích xuất sắc', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (13, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 17, 'Các buổi sinh hoạt kỷ niệm 8/3', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (14, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 18, 'Các buổi sinh hoạt kỷ niệm 20/10', '{}', '{"decision": "accepted"}');
INSERT INTO public.history VALUES (15, '2026-11-24 01:00:00+00', NULL, 'demo', 'accept', 'proposal', 21, 'Thực hiện báo cáo định kỳ về Ban Vì sự tiến bộ của phụ nữ tỉnh (qua Sở Lao động - Thương binh và Xã hội) đúng thời gian quy định', '{}', '{"decision": "accepted"}');
INSERT INTO public.holiday VALUES (1, '2025-01-01', 'Tết Dương lịch', false, 'seed');
INSERT INTO public.holiday VALUES (2, '2025-01-27', '29 Tết', false, 'seed');
INSERT INTO public.holiday VALUES (3, '2025-01-28', 'Giao thừa Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (4, '2025-01-29', 'Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (5, '2025-01-30', 'Mùng hai Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (6, '2025-01-31', 'Mùng ba Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (7, '2025-02-01', 'Mùng bốn Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (8, '2025-04-07', 'Ngày Giỗ Tổ Hùng Vương', false, 'seed');
INSERT INTO public.holiday VALUES (9, '2025-04-26', 'Làm bù', true, 'seed');
INSERT INTO public.holiday VALUES (10, '2025-04-30', 'Ngày Chiến thắng', false, 'seed');
INSERT INTO public.holiday VALUES (11, '2025-05-01', 'Ngày Quốc tế Lao động', false, 'seed');
INSERT INTO public.holiday VALUES (12, '2025-05-02', 'Ngày nghỉ (thay cho ngày 26/04/2025)', false, 'seed');
INSERT INTO public.holiday VALUES (13, '2025-09-01', 'Quốc khánh', false, 'seed');
INSERT INTO public.holiday VALUES (14, '2025-09-02', 'Quốc khánh', false, 'seed');
INSERT INTO public.holiday VALUES (15, '2026-01-01', 'Tết Dương lịch', false, 'seed');
INSERT INTO public.holiday VALUES (16, '2026-02-16', 'Giao thừa Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (17, '2026-02-17', 'Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (18, '2026-02-18', 'Mùng hai Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (19, '2026-02-19', 'Mùng ba Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (20, '2026-02-20', 'Mùng bốn Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (21, '2026-04-26', 'Ngày Giỗ Tổ Hùng Vương', false, 'seed');
INSERT INTO public.holiday VALUES (22, '2026-04-27', 'Ngày Giỗ Tổ Hùng Vương (nghỉ bù)', false, 'seed');
INSERT INTO public.holiday VALUES (23, '2026-04-30', 'Ngày Chiến thắng', false, 'seed');
INSERT INTO public.holiday VALUES (24, '2026-05-01', 'Ngày Quốc tế Lao động', false, 'seed');
INSERT INTO public.holiday VALUES (25, '2026-08-22', 'Làm bù', true, 'seed');
INSERT INTO public.holiday VALUES (26, '2026-08-31', 'Ngày nghỉ (thay cho ngày 22/08/2026)', false, 'seed');
INSERT INTO public.holiday VALUES (27, '2026-09-01', 'Quốc khánh', false, 'seed');
INSERT INTO public.holiday VALUES (28, '2026-09-02', 'Quốc khánh', false, 'seed');
INSERT INTO public.holiday VALUES (29, '2026-11-24', 'Ngày Văn hóa Việt Nam', false, 'seed');
INSERT INTO public.holiday VALUES (30, '2027-01-01', 'Tết Dương lịch', false, 'seed');
INSERT INTO public.holiday VALUES (31, '2027-02-04', '29 Tết', false, 'seed');
INSERT INTO public.holiday VALUES (32, '2027-02-05', 'Giao thừa Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (33, '2027-02-06', 'Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (34, '2027-02-07', 'Mùng hai Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (35, '2027-02-08', 'Mùng ba Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (36, '2027-02-09', 'Mùng bốn Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (37, '2027-02-10', 'Mùng năm Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (38, '2027-04-16', 'Ngày Giỗ Tổ Hùng Vương', false, 'seed');
INSERT INTO public.holiday VALUES (39, '2027-04-30', 'Ngày Chiến thắng', false, 'seed');
INSERT INTO public.holiday VALUES (40, '2027-05-01', 'Ngày Quốc tế Lao động', false, 'seed');
INSERT INTO public.holiday VALUES (41, '2027-05-03', 'Ngày Quốc tế Lao động (nghỉ bù)', false, 'seed');
INSERT INTO public.holiday VALUES (42, '2027-09-02', 'Quốc khánh', false, 'seed');
INSERT INTO public.holiday VALUES (43, '2027-09-03', 'Quốc khánh', false, 'seed');
INSERT INTO public.holiday VALUES (44, '2027-11-24', 'Ngày Văn hóa Việt Nam', false, 'seed');
INSERT INTO public.holiday VALUES (45, '2028-01-01', 'Tết Dương lịch', false, 'seed');
INSERT INTO public.holiday VALUES (46, '2028-01-03', 'Tết Dương lịch (nghỉ bù)', false, 'seed');
INSERT INTO public.holiday VALUES (47, '2028-01-24', '29 Tết', false, 'seed');
INSERT INTO public.holiday VALUES (48, '2028-01-25', 'Giao thừa Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (49, '2028-01-26', 'Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (50, '2028-01-27', 'Mùng hai Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (51, '2028-01-28', 'Mùng ba Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (52, '2028-01-29', 'Mùng bốn Tết Nguyên Đán', false, 'seed');
INSERT INTO public.holiday VALUES (53, '2028-04-04', 'Ngày Giỗ Tổ Hùng Vương', false, 'seed');
INSERT INTO public.holiday VALUES (54, '2028-04-30', 'Ngày Chiến thắng', false, 'seed');
INSERT INTO public.holiday VALUES (55, '2028-05-01', 'Ngày Quốc tế Lao động', false, 'seed');
INSERT INTO public.holiday VALUES (56, '2028-05-02', 'Ngày Chiến thắng (nghỉ bù)', false, 'seed');
INSERT INTO public.holiday VALUES (57, '2028-09-01', 'Quốc khánh', false, 'seed');
INSERT INTO public.holiday VALUES (58, '2028-09-02', 'Quốc khánh', false, 'seed');
INSERT INTO public.holiday VALUES (59, '2028-09-04', 'Quốc khánh (nghỉ bù)', false, 'seed');
INSERT INTO public.holiday VALUES (60, '2028-11-24', 'Ngày Văn hóa Việt Nam', false, 'seed');
INSERT INTO public.legal_basis VALUES (1, 1, 0, 'Công văn số 171/SLĐTBXH-TE&BĐG ngày 25/02/2020 của Sở Lao động - Thương binh và Xã hội', '171/SLĐTBXH-TE&BĐG', '2020-02-25', 'Sở Lao động - Thương binh và Xã hội');
INSERT INTO public.legal_basis VALUES (2, 1, 1, 'Kế hoạch số 805/KH-UBND ngày 19/4/2016', '805/KH-UBND', '2016-04-19', '');
INSERT INTO public.legal_basis VALUES (3, 1, 2, 'Kế hoạch số 2310/KH-UBND ngày 30/9/2016 của UBND tỉnh', '2310/KH-UBND', '2016-09-30', 'UBND tỉnh');
INSERT INTO public.legal_basis VALUES (4, 1, 3, 'Thông tư số 191/2009/TT-BTC ngày 01/10/2009 của Bộ Tài chính', '191/2009/TT-BTC', '2009-10-01', 'Bộ Tài chính');
INSERT INTO public.member VALUES (1, 'Nguyễn Thị Thu Trang', 't0r0a0n0g000n0g0u0y0e1n003t0h0i005t0h0u000', 'trang.01@example.org', 'trang.01@example.org', 4, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'nguyen thi thu trang trang.01@example.org');
INSERT INTO public.member VALUES (2, 'Trần Thị Thu Trang', 't0r0a0n0g000t0r0a2n001t0h0i005t0h0u000', 'trang.02@example.org', 'trang.02@example.org', 4, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'tran thi thu trang trang.02@example.org');
INSERT INTO public.member VALUES (3, 'Lê Ngọc Ánh', 'a0n0h004l0e100n0g0o0c005', 'anh.03@example.org', 'anh.03@example.org', 4, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'le ngoc anh anh.03@example.org');
INSERT INTO public.member VALUES (4, 'Phạm Ngọc Ánh', 'a0n0h004p0h0a0m005n0g0o0c005', 'anh.04@example.org', 'anh.04@example.org', 4, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'pham ngoc anh anh.04@example.org');
INSERT INTO public.member VALUES (5, 'Hoàng Quang Huy', 'h0u0y000h0o0a0n0g001q0u0a0n0g000', 'huy.05@example.org', 'huy.05@example.org', 4, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'hoang quang huy huy.05@example.org');
INSERT INTO public.member VALUES (6, 'Vũ Thị Hồng Nhung', 'n0h0u0n0g000v0u003t0h0i005h0o1n0g001', 'nhung.06@example.org', 'nhung.06@example.org', 4, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'vu thi hong nhung nhung.06@example.org');
INSERT INTO public.member VALUES (7, 'Đặng Khánh Huyền', 'h0u0y0e1n001d1a1n0g005k0h0a0n0h004', 'huyen.07@example.org', 'huyen.07@example.org', 4, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'dang khanh huyen huyen.07@example.org');
INSERT INTO public.member VALUES (8, 'Bùi Khánh Huyền', 'h0u0y0e1n001b0u0i001k0h0a0n0h004', 'huyen.08@example.org', 'huyen.08@example.org', 4, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'bui khanh huyen huyen.08@example.org');
INSERT INTO public.member VALUES (9, 'Đỗ Thị Mỹ Lệ', 'l0e105d1o103t0h0i005m0y003', 'le.09@example.org', 'le.09@example.org', 4, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'do thi my le le.09@example.org');
INSERT INTO public.member VALUES (10, 'Ngô Hữu Phước', 'p0h0u2o2c004n0g0o100h0u2u003', 'phuoc.10@example.org', 'phuoc.10@example.org', 4, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'ngo huu phuoc phuoc.10@example.org');
INSERT INTO public.member VALUES (11, 'Dương Thùy Dương', 'd0u2o2n0g000d0u2o2n0g000t0h0u0y001', 'duong.11@example.org', 'duong.11@example.org', 5, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'duong thuy duong duong.11@example.org');
INSERT INTO public.member VALUES (12, 'Đinh Thùy Dương', 'd0u2o2n0g000d1i0n0h000t0h0u0y001', 'duong.12@example.org', 'duong.12@example.org', 5, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'dinh thuy duong duong.12@example.org');
INSERT INTO public.member VALUES (13, 'Nguyễn Kim Oanh', 'o0a0n0h000n0g0u0y0e1n003k0i0m000', 'oanh.13@example.org', 'oanh.13@example.org', 5, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'nguyen kim oanh oanh.13@example.org');
INSERT INTO public.member VALUES (14, 'Trần Kim Oanh', 'o0a0n0h000t0r0a2n001k0i0m000', 'oanh.14@example.org', 'oanh.14@example.org', 5, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'tran kim oanh oanh.14@example.org');
INSERT INTO public.member VALUES (15, 'Lê Đức Thắng', 't0h0a1n0g004l0e100d1u2c004', 'thang.15@example.org', 'thang.15@example.org', 5, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'le duc thang thang.15@example.org');
INSERT INTO public.member VALUES (16, 'Phạm Thị Thu Trang', 't0r0a0n0g000p0h0a0m005t0h0i005t0h0u000', 'trang.16@example.org', 'trang.16@example.org', 5, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'pham thi thu trang trang.16@example.org');
INSERT INTO public.member VALUES (17, 'Hoàng Ngọc Ánh', 'a0n0h004h0o0a0n0g001n0g0o0c005', 'anh.17@example.org', 'anh.17@example.org', 5, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'hoang ngoc anh anh.17@example.org');
INSERT INTO public.member VALUES (18, 'Vũ Ngọc Ánh', 'a0n0h004v0u003n0g0o0c005', 'anh.18@example.org', 'anh.18@example.org', 5, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'vu ngoc anh anh.18@example.org');
INSERT INTO public.member VALUES (19, 'Đặng Thị Hồng Nhung', 'n0h0u0n0g000d1a1n0g005t0h0i005h0o1n0g001', 'nhung.19@example.org', 'nhung.19@example.org', 5, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'dang thi hong nhung nhung.19@example.org');
INSERT INTO public.member VALUES (20, 'Bùi Minh Tuấn', 't0u0a2n004b0u0i001m0i0n0h000', 'tuan.20@example.org', 'tuan.20@example.org', 5, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'bui minh tuan tuan.20@example.org');
INSERT INTO public.member VALUES (21, 'Đỗ Thị Mỹ Lệ', 'l0e105d1o103t0h0i005m0y003', 'le.21@example.org', 'le.21@example.org', 6, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'do thi my le le.21@example.org');
INSERT INTO public.member VALUES (22, 'Ngô Thị Mỹ Lệ', 'l0e105n0g0o100t0h0i005m0y003', 'le.22@example.org', 'le.22@example.org', 6, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'ngo thi my le le.22@example.org');
INSERT INTO public.member VALUES (23, 'Dương Bích Thủy', 't0h0u0y002d0u2o2n0g000b0i0c0h004', 'thuy.23@example.org', 'thuy.23@example.org', 6, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'duong bich thuy thuy.23@example.org');
INSERT INTO public.member VALUES (24, 'Đinh Bích Thủy', 't0h0u0y002d1i0n0h000b0i0c0h004', 'thuy.24@example.org', 'thuy.24@example.org', 6, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'dinh bich thuy thuy.24@example.org');
INSERT INTO public.member VALUES (25, 'Nguyễn Văn Hùng', 'h0u0n0g001n0g0u0y0e1n003v0a1n000', 'hung.25@example.org', 'hung.25@example.org', 6, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'nguyen van hung hung.25@example.org');
INSERT INTO public.member VALUES (26, 'Trần Thùy Dương', 'd0u2o2n0g000t0r0a2n001t0h0u0y001', 'duong.26@example.org', 'duong.26@example.org', 6, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'tran thuy duong duong.26@example.org');
INSERT INTO public.member VALUES (27, 'Lê Kim Oanh', 'o0a0n0h000l0e100k0i0m000', 'oanh.27@example.org', 'oanh.27@example.org', 6, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'le kim oanh oanh.27@example.org');
INSERT INTO public.member VALUES (28, 'Phạm Kim Oanh', 'o0a0n0h000p0h0a0m005k0i0m000', 'oanh.28@example.org', 'oanh.28@example.org', 6, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'pham kim oanh oanh.28@example.org');
INSERT INTO public.member VALUES (29, 'Hoàng Thị Thu Trang', 't0r0a0n0g000h0o0a0n0g001t0h0i005t0h0u000', 'trang.29@example.org', 'trang.29@example.org', 6, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'hoang thi thu trang trang.29@example.org');
INSERT INTO public.member VALUES (30, 'Vũ Quang Huy', 'h0u0y000v0u003q0u0a0n0g000', 'huy.30@example.org', 'huy.30@example.org', 6, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'vu quang huy huy.30@example.org');
INSERT INTO public.member VALUES (31, 'Đặng Thị Hồng Nhung', 'n0h0u0n0g000d1a1n0g005t0h0i005h0o1n0g001', 'nhung.31@example.org', 'nhung.31@example.org', 7, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'dang thi hong nhung nhung.31@example.org');
INSERT INTO public.member VALUES (32, 'Bùi Thị Hồng Nhung', 'n0h0u0n0g000b0u0i001t0h0i005h0o1n0g001', 'nhung.32@example.org', 'nhung.32@example.org', 7, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'bui thi hong nhung nhung.32@example.org');
INSERT INTO public.member VALUES (33, 'Đỗ Khánh Huyền', 'h0u0y0e1n001d1o103k0h0a0n0h004', 'huyen.33@example.org', 'huyen.33@example.org', 7, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'do khanh huyen huyen.33@example.org');
INSERT INTO public.member VALUES (34, 'Ngô Khánh Huyền', 'h0u0y0e1n001n0g0o100k0h0a0n0h004', 'huyen.34@example.org', 'huyen.34@example.org', 7, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'ngo khanh huyen huyen.34@example.org');
INSERT INTO public.member VALUES (35, 'Dương Trọng Nghĩa', 'n0g0h0i0a003d0u2o2n0g000t0r0o0n0g005', 'nghia.35@example.org', 'nghia.35@example.org', 7, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'duong trong nghia nghia.35@example.org');
INSERT INTO public.member VALUES (36, 'Đinh Thị Mỹ Lệ', 'l0e105d1i0n0h000t0h0i005m0y003', 'le.36@example.org', 'le.36@example.org', 7, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'dinh thi my le le.36@example.org');
INSERT INTO public.member VALUES (37, 'Nguyễn Bích Thủy', 't0h0u0y002n0g0u0y0e1n003b0i0c0h004', 'thuy.37@example.org', 'thuy.37@example.org', 7, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'nguyen bich thuy thuy.37@example.org');
INSERT INTO public.member VALUES (38, 'Trần Bích Thủy', 't0h0u0y002t0r0a2n001b0i0c0h004', 'thuy.38@example.org', 'thuy.38@example.org', 7, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'tran bich thuy thuy.38@example.org');
INSERT INTO public.member VALUES (39, 'Lê Thùy Dương', 'd0u2o2n0g000l0e100t0h0u0y001', 'duong.39@example.org', 'duong.39@example.org', 7, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'le thuy duong duong.39@example.org');
INSERT INTO public.member VALUES (40, 'Phạm Đức Thắng', 't0h0a1n0g004p0h0a0m005d1u2c004', 'thang.40@example.org', 'thang.40@example.org', 7, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'pham duc thang thang.40@example.org');
INSERT INTO public.member VALUES (41, 'Hoàng Thị Thu Trang', 't0r0a0n0g000h0o0a0n0g001t0h0i005t0h0u000', 'trang.41@example.org', 'trang.41@example.org', 8, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'hoang thi thu trang trang.41@example.org');
INSERT INTO public.member VALUES (42, 'Vũ Thị Thu Trang', 't0r0a0n0g000v0u003t0h0i005t0h0u000', 'trang.42@example.org', 'trang.42@example.org', 8, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'vu thi thu trang trang.42@example.org');
INSERT INTO public.member VALUES (43, 'Đặng Ngọc Ánh', 'a0n0h004d1a1n0g005n0g0o0c005', 'anh.43@example.org', 'anh.43@example.org', 8, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'dang ngoc anh anh.43@example.org');
INSERT INTO public.member VALUES (44, 'Bùi Ngọc Ánh', 'a0n0h004b0u0i001n0g0o0c005', 'anh.44@example.org', 'anh.44@example.org', 8, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'bui ngoc anh anh.44@example.org');
INSERT INTO public.member VALUES (45, 'Đỗ Việt Cường', 'c0u2o2n0g001d1o103v0i0e1t005', 'cuong.45@example.org', 'cuong.45@example.org', 8, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'do viet cuong cuong.45@example.org');
INSERT INTO public.member VALUES (46, 'Ngô Thị Hồng Nhung', 'n0h0u0n0g000n0g0o100t0h0i005h0o1n0g001', 'nhung.46@example.org', 'nhung.46@example.org', 8, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'ngo thi hong nhung nhung.46@example.org');
INSERT INTO public.member VALUES (47, 'Dương Khánh Huyền', 'h0u0y0e1n001d0u2o2n0g000k0h0a0n0h004', 'huyen.47@example.org', 'huyen.47@example.org', 8, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'duong khanh huyen huyen.47@example.org');
INSERT INTO public.member VALUES (48, 'Đinh Khánh Huyền', 'h0u0y0e1n001d1i0n0h000k0h0a0n0h004', 'huyen.48@example.org', 'huyen.48@example.org', 8, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'dinh khanh huyen huyen.48@example.org');
INSERT INTO public.member VALUES (49, 'Nguyễn Thị Mỹ Lệ', 'l0e105n0g0u0y0e1n003t0h0i005m0y003', 'le.49@example.org', 'le.49@example.org', 8, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'nguyen thi my le le.49@example.org');
INSERT INTO public.member VALUES (50, 'Trần Văn Hùng', 'h0u0n0g001t0r0a2n001v0a1n000', 'hung.50@example.org', 'hung.50@example.org', 8, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'tran van hung hung.50@example.org');
INSERT INTO public.member VALUES (51, 'Lê Thùy Dương', 'd0u2o2n0g000l0e100t0h0u0y001', 'duong.51@example.org', 'duong.51@example.org', 9, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'le thuy duong duong.51@example.org');
INSERT INTO public.member VALUES (52, 'Phạm Thùy Dương', 'd0u2o2n0g000p0h0a0m005t0h0u0y001', 'duong.52@example.org', 'duong.52@example.org', 9, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'pham thuy duong duong.52@example.org');
INSERT INTO public.member VALUES (53, 'Hoàng Kim Oanh', 'o0a0n0h000h0o0a0n0g001k0i0m000', 'oanh.53@example.org', 'oanh.53@example.org', 9, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'hoang kim oanh oanh.53@example.org');
INSERT INTO public.member VALUES (54, 'Vũ Kim Oanh', 'o0a0n0h000v0u003k0i0m000', 'oanh.54@example.org', 'oanh.54@example.org', 9, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'vu kim oanh oanh.54@example.org');
INSERT INTO public.member VALUES (55, 'Đặng Hữu Phước', 'p0h0u2o2c004d1a1n0g005h0u2u003', 'phuoc.55@example.org', 'phuoc.55@example.org', 9, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'dang huu phuoc phuoc.55@example.org');
INSERT INTO public.member VALUES (56, 'Bùi Thị Thu Trang', 't0r0a0n0g000b0u0i001t0h0i005t0h0u000', 'trang.56@example.org', 'trang.56@example.org', 9, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'bui thi thu trang trang.56@example.org');
INSERT INTO public.member VALUES (57, 'Đỗ Ngọc Ánh', 'a0n0h004d1o103n0g0o0c005', 'anh.57@example.org', 'anh.57@example.org', 9, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'do ngoc anh anh.57@example.org');
INSERT INTO public.member VALUES (58, 'Ngô Ngọc Ánh', 'a0n0h004n0g0o100n0g0o0c005', 'anh.58@example.org', 'anh.58@example.org', 9, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'ngo ngoc anh anh.58@example.org');
INSERT INTO public.member VALUES (59, 'Dương Thị Hồng Nhung', 'n0h0u0n0g000d0u2o2n0g000t0h0i005h0o1n0g001', 'nhung.59@example.org', 'nhung.59@example.org', 9, 'female', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'duong thi hong nhung nhung.59@example.org');
INSERT INTO public.member VALUES (60, 'Đinh Trọng Nghĩa', 'n0g0h0i0a003d1i0n0h000t0r0o0n0g005', 'nghia.60@example.org', 'nghia.60@example.org', 9, 'male', 'vi', '2026-11-24 01:00:00+00', NULL, NULL, NULL, '', 'dinh trong nghia nghia.60@example.org');
INSERT INTO public.membership VALUES (1, 1);
INSERT INTO public.membership VALUES (4, 1);
INSERT INTO public.membership VALUES (2, 2);
INSERT INTO public.membership VALUES (4, 2);
INSERT INTO public.membership VALUES (2, 3);
INSERT INTO public.membership VALUES (4, 3);
INSERT INTO public.membership VALUES (3, 4);
INSERT INTO public.membership VALUES (4, 4);
INSERT INTO public.membership VALUES (4, 5);
INSERT INTO public.membership VALUES (4, 6);
INSERT INTO public.membership VALUES (4, 7);
INSERT INTO public.membership VALUES (4, 8);
INSERT INTO public.membership VALUES (4, 9);
INSERT INTO public.membership VALUES (4, 10);
INSERT INTO public.membership VALUES (1, 11);
INSERT INTO public.membership VALUES (5, 11);
INSERT INTO public.membership VALUES (2, 12);
INSERT INTO public.membership VALUES (5, 12);
INSERT INTO public.membership VALUES (2, 13);
INSERT INTO public.membership VALUES (5, 13);
INSERT INTO public.membership VALUES (3, 14);
INSERT INTO public.membership VALUES (5, 14);
INSERT INTO public.membership VALUES (5, 15);
INSERT INTO public.membership VALUES (5, 16);
INSERT INTO public.membership VALUES (5, 17);
INSERT INTO public.membership VALUES (5, 18);
INSERT INTO public.membership VALUES (5, 19);
INSERT INTO public.membership VALUES (5, 20);
INSERT INTO public.membership VALUES (1, 21);
INSERT INTO public.membership VALUES (6, 21);
INSERT INTO public.membership VALUES (2, 22);
INSERT INTO public.membership VALUES (6, 22);
INSERT INTO public.membership VALUES (2, 23);
INSERT INTO public.membership VALUES (6, 23);
INSERT INTO public.membership VALUES (3, 24);
INSERT INTO public.membership VALUES (6, 24);
INSERT INTO public.membership VALUES (6, 25);
INSERT INTO public.membership VALUES (6, 26);
INSERT INTO public.membership VALUES (6, 27);
INSERT INTO public.membership VALUES (6, 28);
INSERT INTO public.membership VALUES (6, 29);
INSERT INTO public.membership VALUES (6, 30);
INSERT INTO public.membership VALUES (1, 31);
INSERT INTO public.membership VALUES (7, 31);
INSERT INTO public.membership VALUES (2, 32);
INSERT INTO public.membership VALUES (7, 32);
INSERT INTO public.membership VALUES (2, 33);
INSERT INTO public.membership VALUES (7, 33);
INSERT INTO public.membership VALUES (3, 34);
INSERT INTO public.membership VALUES (7, 34);
INSERT INTO public.membership VALUES (7, 35);
INSERT INTO public.membership VALUES (7, 36);
INSERT INTO public.membership VALUES (7, 37);
INSERT INTO public.membership VALUES (7, 38);
INSERT INTO public.membership VALUES (7, 39);
INSERT INTO public.membership VALUES (7, 40);
INSERT INTO public.membership VALUES (1, 41);
INSERT INTO public.membership VALUES (8, 41);
INSERT INTO public.membership VALUES (2, 42);
INSERT INTO public.membership VALUES (8, 42);
INSERT INTO public.membership VALUES (2, 43);
INSERT INTO public.membership VALUES (8, 43);
INSERT INTO public.membership VALUES (3, 44);
INSERT INTO public.membership VALUES (8, 44);
INSERT INTO public.membership VALUES (8, 45);
INSERT INTO public.membership VALUES (8, 46);
INSERT INTO public.membership VALUES (8, 47);
INSERT INTO public.membership VALUES (8, 48);
INSERT INTO public.membership VALUES (8, 49);
INSERT INTO public.membership VALUES (8, 50);
INSERT INTO public.membership VALUES (1, 51);
INSERT INTO public.membership VALUES (9, 51);
INSERT INTO public.membership VALUES (2, 52);
INSERT INTO public.membership VALUES (9, 52);
INSERT INTO public.membership VALUES (2, 53);
INSERT INTO public.membership VALUES (9, 53);
INSERT INTO public.membership VALUES (3, 54);
INSERT INTO public.membership VALUES (9, 54);
INSERT INTO public.membership VALUES (9, 55);
INSERT INTO public.membership VALUES (9, 56);
INSERT INTO public.membership VALUES (9, 57);
INSERT INTO public.membership VALUES (9, 58);
INSERT INTO public.membership VALUES (9, 59);
INSERT INTO public.membership VALUES (9, 60);
INSERT INTO public.message VALUES (3, 36, NULL, 11, '<r36.11.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (4, 36, NULL, 14, '<r36.14.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (5, 36, NULL, 21, '<r36.21.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (6, 36, NULL, 24, '<r36.24.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (7, 36, NULL, 31, '<r36.31.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (8, 36, NULL, 34, '<r36.34.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (9, 36, NULL, 41, '<r36.41.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (10, 36, NULL, 44, '<r36.44.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (11, 36, NULL, 51, '<r36.51.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (12, 36, NULL, 54, '<r36.54.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (13, 38, NULL, 1, '<r38.1.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (14, 38, NULL, 2, '<r38.2.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (15, 38, NULL, 3, '<r38.3.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (16, 38, NULL, 4, '<r38.4.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (17, 38, NULL, 5, '<r38.5.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (18, 38, NULL, 6, '<r38.6.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (19, 38, NULL, 7, '<r38.7.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (20, 38, NULL, 8, '<r38.8.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (21, 38, NULL, 9, '<r38.9.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (22, 38, NULL, 10, '<r38.10.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (23, 38, NULL, 11, '<r38.11.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (24, 38, NULL, 12, '<r38.12.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (25, 38, NULL, 13, '<r38.13.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (26, 38, NULL, 14, '<r38.14.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (27, 38, NULL, 15, '<r38.15.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (28, 38, NULL, 16, '<r38.16.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (29, 38, NULL, 17, '<r38.17.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (30, 38, NULL, 18, '<r38.18.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (31, 38, NULL, 19, '<r38.19.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (32, 38, NULL, 20, '<r38.20.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (33, 38, NULL, 21, '<r38.21.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (1, 36, NULL, 1, '<r36.1.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'sent', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (2, 36, NULL, 4, '<r36.4.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'failed', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (34, 38, NULL, 22, '<r38.22.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (35, 38, NULL, 23, '<r38.23.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (36, 38, NULL, 24, '<r38.24.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (37, 38, NULL, 25, '<r38.25.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (38, 38, NULL, 26, '<r38.26.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (39, 38, NULL, 27, '<r38.27.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (40, 38, NULL, 28, '<r38.28.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (41, 38, NULL, 29, '<r38.29.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (42, 38, NULL, 30, '<r38.30.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (43, 38, NULL, 31, '<r38.31.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (44, 38, NULL, 32, '<r38.32.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (45, 38, NULL, 33, '<r38.33.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (46, 38, NULL, 34, '<r38.34.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (47, 38, NULL, 35, '<r38.35.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (48, 38, NULL, 36, '<r38.36.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (49, 38, NULL, 37, '<r38.37.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (50, 38, NULL, 38, '<r38.38.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (51, 38, NULL, 39, '<r38.39.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (52, 38, NULL, 40, '<r38.40.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (53, 38, NULL, 41, '<r38.41.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (54, 38, NULL, 42, '<r38.42.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (55, 38, NULL, 43, '<r38.43.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (56, 38, NULL, 44, '<r38.44.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (57, 38, NULL, 45, '<r38.45.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (58, 38, NULL, 46, '<r38.46.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (59, 38, NULL, 47, '<r38.47.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (60, 38, NULL, 48, '<r38.48.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (61, 38, NULL, 49, '<r38.49.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (62, 38, NULL, 50, '<r38.50.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (63, 38, NULL, 51, '<r38.51.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (64, 38, NULL, 52, '<r38.52.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (65, 38, NULL, 53, '<r38.53.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (66, 38, NULL, 54, '<r38.54.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (67, 38, NULL, 55, '<r38.55.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (68, 38, NULL, 56, '<r38.56.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (69, 38, NULL, 57, '<r38.57.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (70, 38, NULL, 58, '<r38.58.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (71, 38, NULL, 59, '<r38.59.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (72, 38, NULL, 60, '<r38.60.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (73, 37, NULL, 1, '<r37.1.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (74, 37, NULL, 2, '<r37.2.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (75, 37, NULL, 3, '<r37.3.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (76, 37, NULL, 4, '<r37.4.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (77, 37, NULL, 5, '<r37.5.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (78, 37, NULL, 6, '<r37.6.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (79, 37, NULL, 7, '<r37.7.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (80, 37, NULL, 8, '<r37.8.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (81, 37, NULL, 9, '<r37.9.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (82, 37, NULL, 10, '<r37.10.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (83, 37, NULL, 11, '<r37.11.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (84, 37, NULL, 12, '<r37.12.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (85, 37, NULL, 13, '<r37.13.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (86, 37, NULL, 14, '<r37.14.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (87, 37, NULL, 15, '<r37.15.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (88, 37, NULL, 16, '<r37.16.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (89, 37, NULL, 17, '<r37.17.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (90, 37, NULL, 18, '<r37.18.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (91, 37, NULL, 19, '<r37.19.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (92, 37, NULL, 20, '<r37.20.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (93, 37, NULL, 21, '<r37.21.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (94, 37, NULL, 22, '<r37.22.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (95, 37, NULL, 23, '<r37.23.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (96, 37, NULL, 24, '<r37.24.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (97, 37, NULL, 25, '<r37.25.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (98, 37, NULL, 26, '<r37.26.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (99, 37, NULL, 27, '<r37.27.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (100, 37, NULL, 28, '<r37.28.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (101, 37, NULL, 29, '<r37.29.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (102, 37, NULL, 30, '<r37.30.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (103, 37, NULL, 31, '<r37.31.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (104, 37, NULL, 32, '<r37.32.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (105, 37, NULL, 33, '<r37.33.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (106, 37, NULL, 34, '<r37.34.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (107, 37, NULL, 35, '<r37.35.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (108, 37, NULL, 36, '<r37.36.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (109, 37, NULL, 37, '<r37.37.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (110, 37, NULL, 38, '<r37.38.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (111, 37, NULL, 39, '<r37.39.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (112, 37, NULL, 40, '<r37.40.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (113, 37, NULL, 41, '<r37.41.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (114, 37, NULL, 42, '<r37.42.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (115, 37, NULL, 43, '<r37.43.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (116, 37, NULL, 44, '<r37.44.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (117, 37, NULL, 45, '<r37.45.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (118, 37, NULL, 46, '<r37.46.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (119, 37, NULL, 47, '<r37.47.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (120, 37, NULL, 48, '<r37.48.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (121, 37, NULL, 49, '<r37.49.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (122, 37, NULL, 50, '<r37.50.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (123, 37, NULL, 51, '<r37.51.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (124, 37, NULL, 52, '<r37.52.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (125, 37, NULL, 53, '<r37.53.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (126, 37, NULL, 54, '<r37.54.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (127, 37, NULL, 55, '<r37.55.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (128, 37, NULL, 56, '<r37.56.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (129, 37, NULL, 57, '<r37.57.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (130, 37, NULL, 58, '<r37.58.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (131, 37, NULL, 59, '<r37.59.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (132, 37, NULL, 60, '<r37.60.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (133, 41, NULL, 1, '<r41.1.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (134, 41, NULL, 2, '<r41.2.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (135, 41, NULL, 3, '<r41.3.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (136, 41, NULL, 11, '<r41.11.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (137, 41, NULL, 12, '<r41.12.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (138, 41, NULL, 13, '<r41.13.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (139, 41, NULL, 21, '<r41.21.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (140, 41, NULL, 22, '<r41.22.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (141, 41, NULL, 23, '<r41.23.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (142, 41, NULL, 31, '<r41.31.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (143, 41, NULL, 32, '<r41.32.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (144, 41, NULL, 33, '<r41.33.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (145, 41, NULL, 41, '<r41.41.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (146, 41, NULL, 42, '<r41.42.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (147, 41, NULL, 43, '<r41.43.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (148, 41, NULL, 51, '<r41.51.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (149, 41, NULL, 52, '<r41.52.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (150, 41, NULL, 53, '<r41.53.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (151, 39, NULL, 1, '<r39.1.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (152, 39, NULL, 2, '<r39.2.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (153, 39, NULL, 3, '<r39.3.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (154, 39, NULL, 11, '<r39.11.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (155, 39, NULL, 12, '<r39.12.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (156, 39, NULL, 13, '<r39.13.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (157, 39, NULL, 21, '<r39.21.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (158, 39, NULL, 22, '<r39.22.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (159, 39, NULL, 23, '<r39.23.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (160, 39, NULL, 31, '<r39.31.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (161, 39, NULL, 32, '<r39.32.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (162, 39, NULL, 33, '<r39.33.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (163, 39, NULL, 41, '<r39.41.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (164, 39, NULL, 42, '<r39.42.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (165, 39, NULL, 43, '<r39.43.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (166, 39, NULL, 51, '<r39.51.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (167, 39, NULL, 52, '<r39.52.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (168, 39, NULL, 53, '<r39.53.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (169, 40, NULL, 1, '<r40.1.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (170, 40, NULL, 2, '<r40.2.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (171, 40, NULL, 3, '<r40.3.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (172, 40, NULL, 11, '<r40.11.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (173, 40, NULL, 12, '<r40.12.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (174, 40, NULL, 13, '<r40.13.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (175, 40, NULL, 21, '<r40.21.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (176, 40, NULL, 22, '<r40.22.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (177, 40, NULL, 23, '<r40.23.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (178, 40, NULL, 31, '<r40.31.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (179, 40, NULL, 32, '<r40.32.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (180, 40, NULL, 33, '<r40.33.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (181, 40, NULL, 41, '<r40.41.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (182, 40, NULL, 42, '<r40.42.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (183, 40, NULL, 43, '<r40.43.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (184, 40, NULL, 51, '<r40.51.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (185, 40, NULL, 52, '<r40.52.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (186, 40, NULL, 53, '<r40.53.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (187, 42, NULL, 1, '<r42.1.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (188, 42, NULL, 2, '<r42.2.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (189, 42, NULL, 3, '<r42.3.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (190, 42, NULL, 11, '<r42.11.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (191, 42, NULL, 12, '<r42.12.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (192, 42, NULL, 13, '<r42.13.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (193, 42, NULL, 21, '<r42.21.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (194, 42, NULL, 22, '<r42.22.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (195, 42, NULL, 23, '<r42.23.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (196, 42, NULL, 31, '<r42.31.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (197, 42, NULL, 32, '<r42.32.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (198, 42, NULL, 33, '<r42.33.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (199, 42, NULL, 41, '<r42.41.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (200, 42, NULL, 42, '<r42.42.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (201, 42, NULL, 43, '<r42.43.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (202, 42, NULL, 51, '<r42.51.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (203, 42, NULL, 52, '<r42.52.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (204, 42, NULL, 53, '<r42.53.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (205, 45, NULL, 1, '<r45.1.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-24 01:01:00+00', '2026-11-24 03:01:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (206, 45, NULL, 11, '<r45.11.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-24 01:01:00+00', '2026-11-24 03:01:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (207, 45, NULL, 21, '<r45.21.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-24 01:01:00+00', '2026-11-24 03:01:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (208, 45, NULL, 31, '<r45.31.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-24 01:01:00+00', '2026-11-24 03:01:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (209, 45, NULL, 41, '<r45.41.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-24 01:01:00+00', '2026-11-24 03:01:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (210, 45, NULL, 51, '<r45.51.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-24 01:01:00+00', '2026-11-24 03:01:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (211, 17, NULL, 1, '<r17.1.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (212, 17, NULL, 2, '<r17.2.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (213, 17, NULL, 3, '<r17.3.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (214, 17, NULL, 4, '<r17.4.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (215, 17, NULL, 5, '<r17.5.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (216, 17, NULL, 6, '<r17.6.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (217, 17, NULL, 7, '<r17.7.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (218, 17, NULL, 8, '<r17.8.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (219, 17, NULL, 9, '<r17.9.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (220, 17, NULL, 10, '<r17.10.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (221, 17, NULL, 11, '<r17.11.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (222, 17, NULL, 12, '<r17.12.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (223, 17, NULL, 13, '<r17.13.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (224, 17, NULL, 14, '<r17.14.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (225, 17, NULL, 15, '<r17.15.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (226, 17, NULL, 16, '<r17.16.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (227, 17, NULL, 17, '<r17.17.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (228, 17, NULL, 18, '<r17.18.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (229, 17, NULL, 19, '<r17.19.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (230, 17, NULL, 20, '<r17.20.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (231, 17, NULL, 21, '<r17.21.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (232, 17, NULL, 22, '<r17.22.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (233, 17, NULL, 23, '<r17.23.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (234, 17, NULL, 24, '<r17.24.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (235, 17, NULL, 25, '<r17.25.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (236, 17, NULL, 26, '<r17.26.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (237, 17, NULL, 27, '<r17.27.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (238, 17, NULL, 28, '<r17.28.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (239, 17, NULL, 29, '<r17.29.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (240, 17, NULL, 30, '<r17.30.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (241, 17, NULL, 31, '<r17.31.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (242, 17, NULL, 32, '<r17.32.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (243, 17, NULL, 33, '<r17.33.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (244, 17, NULL, 34, '<r17.34.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (245, 17, NULL, 35, '<r17.35.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (246, 17, NULL, 36, '<r17.36.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (247, 17, NULL, 37, '<r17.37.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (248, 17, NULL, 38, '<r17.38.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (249, 17, NULL, 39, '<r17.39.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (250, 17, NULL, 40, '<r17.40.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (251, 17, NULL, 41, '<r17.41.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (252, 17, NULL, 42, '<r17.42.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (253, 17, NULL, 43, '<r17.43.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (254, 17, NULL, 44, '<r17.44.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (255, 17, NULL, 45, '<r17.45.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (256, 17, NULL, 46, '<r17.46.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (257, 17, NULL, 47, '<r17.47.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (258, 17, NULL, 48, '<r17.48.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (259, 17, NULL, 49, '<r17.49.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (260, 17, NULL, 50, '<r17.50.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (261, 17, NULL, 51, '<r17.51.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (262, 17, NULL, 52, '<r17.52.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (263, 17, NULL, 53, '<r17.53.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (264, 17, NULL, 54, '<r17.54.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (265, 17, NULL, 55, '<r17.55.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (266, 17, NULL, 56, '<r17.56.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (267, 17, NULL, 57, '<r17.57.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (268, 17, NULL, 58, '<r17.58.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (269, 17, NULL, 59, '<r17.59.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (270, 17, NULL, 60, '<r17.60.stored@example.org>', '2026-12-14 01:00:00+00', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, 'expired', '2026-12-14 01:00:00+00', NULL, 'Đã quá muộn khi đến lượt gửi.');
INSERT INTO public.message VALUES (271, 34, NULL, 1, '<r34.1.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (272, 34, NULL, 2, '<r34.2.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (273, 34, NULL, 3, '<r34.3.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (274, 34, NULL, 4, '<r34.4.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (275, 34, NULL, 5, '<r34.5.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (276, 34, NULL, 6, '<r34.6.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (277, 34, NULL, 7, '<r34.7.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (278, 34, NULL, 8, '<r34.8.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (279, 34, NULL, 9, '<r34.9.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (280, 34, NULL, 10, '<r34.10.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (281, 34, NULL, 11, '<r34.11.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (282, 34, NULL, 12, '<r34.12.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (283, 34, NULL, 13, '<r34.13.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (284, 34, NULL, 14, '<r34.14.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (285, 34, NULL, 15, '<r34.15.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (286, 34, NULL, 16, '<r34.16.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (287, 34, NULL, 17, '<r34.17.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (288, 34, NULL, 18, '<r34.18.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (289, 34, NULL, 19, '<r34.19.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (290, 34, NULL, 20, '<r34.20.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (291, 34, NULL, 21, '<r34.21.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (292, 34, NULL, 22, '<r34.22.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (293, 34, NULL, 23, '<r34.23.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (294, 34, NULL, 24, '<r34.24.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (295, 34, NULL, 25, '<r34.25.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (296, 34, NULL, 26, '<r34.26.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (297, 34, NULL, 27, '<r34.27.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (298, 34, NULL, 28, '<r34.28.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (299, 34, NULL, 29, '<r34.29.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (300, 34, NULL, 30, '<r34.30.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (301, 34, NULL, 31, '<r34.31.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (302, 34, NULL, 32, '<r34.32.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (303, 34, NULL, 33, '<r34.33.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (304, 34, NULL, 34, '<r34.34.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (305, 34, NULL, 35, '<r34.35.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (306, 34, NULL, 36, '<r34.36.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (307, 34, NULL, 37, '<r34.37.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (308, 34, NULL, 38, '<r34.38.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (309, 34, NULL, 39, '<r34.39.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (310, 34, NULL, 40, '<r34.40.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (311, 34, NULL, 41, '<r34.41.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (312, 34, NULL, 42, '<r34.42.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (313, 34, NULL, 43, '<r34.43.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (314, 34, NULL, 44, '<r34.44.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (315, 34, NULL, 45, '<r34.45.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (316, 34, NULL, 46, '<r34.46.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (317, 34, NULL, 47, '<r34.47.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (318, 34, NULL, 48, '<r34.48.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (319, 34, NULL, 49, '<r34.49.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (320, 34, NULL, 50, '<r34.50.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (321, 34, NULL, 51, '<r34.51.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (322, 34, NULL, 52, '<r34.52.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (323, 34, NULL, 53, '<r34.53.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (324, 34, NULL, 54, '<r34.54.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (325, 34, NULL, 55, '<r34.55.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (326, 34, NULL, 56, '<r34.56.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (327, 34, NULL, 57, '<r34.57.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (328, 34, NULL, 58, '<r34.58.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (329, 34, NULL, 59, '<r34.59.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.message VALUES (330, 34, NULL, 60, '<r34.60.stored@example.org>', '2026-12-14 01:00:00+00', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO public.occurrence VALUES (2, 1, '2027-03-01', '2027-03-01', '2027-03-08', NULL, NULL, '2027-02-28 17:00:00+00', '2027-03-08 17:00:00+00', '', '', '[]', '', '', NULL, '', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (3, 1, '2028-03-01', '2028-03-01', '2028-03-08', NULL, NULL, '2028-02-29 17:00:00+00', '2028-03-08 17:00:00+00', '', '', '[]', '', '', NULL, '', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (1, 1, '2026-03-01', '2026-03-01', '2026-03-08', NULL, NULL, '2026-02-28 17:00:00+00', '2026-03-08 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (5, 2, '2027-06-01', '2027-06-01', '2027-06-30', NULL, NULL, '2027-05-31 17:00:00+00', '2027-06-30 17:00:00+00', '', '', '[]', '', '', NULL, '', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (6, 2, '2028-06-01', '2028-06-01', '2028-06-30', NULL, NULL, '2028-05-31 17:00:00+00', '2028-06-30 17:00:00+00', '', '', '[]', '', '', NULL, '', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (4, 2, '2026-06-01', '2026-06-01', '2026-06-30', NULL, NULL, '2026-05-31 17:00:00+00', '2026-06-30 17:00:00+00', '', 'Gia đình an vui, xã hội vững bền', '["L\u00ean ti\u1ebfng \u0111\u1ec3 y\u00eau th\u01b0\u01a1ng \u1edf l\u1ea1i.", "M\u1ed7i m\u00e1i nh\u00e0 l\u00e0 m\u1ed9t n\u01a1i an to\u00e0n."]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 'gia dinh an vui, xa hoi vung ben len tieng de yeu thuong o lai. moi mai nha la mot noi an toan.');
INSERT INTO public.occurrence VALUES (8, 3, '2027-11-15', '2027-11-15', '2027-12-15', NULL, NULL, '2027-11-14 17:00:00+00', '2027-12-15 17:00:00+00', '', '', '[]', '', '', NULL, '', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (9, 3, '2028-11-15', '2028-11-15', '2028-12-15', NULL, NULL, '2028-11-14 17:00:00+00', '2028-12-15 17:00:00+00', '', '', '[]', '', '', NULL, '', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (7, 3, '2026-11-15', '2026-11-15', '2026-12-15', NULL, NULL, '2026-11-14 17:00:00+00', '2026-12-15 17:00:00+00', '', 'Bình đẳng thật, an toàn thật, từ nơi làm việc đến mái nhà', '["Im l\u1eb7ng kh\u00f4ng ph\u1ea3i l\u00e0 l\u1ef1a ch\u1ecdn.", "C\u00f9ng s\u1ebb chia vi\u1ec7c nh\u00e0, c\u00f9ng x\u00e2y h\u1ea1nh ph\u00fac."]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, 'binh dang that, an toan that, tu noi lam viec den mai nha im lang khong phai la lua chon. cung se chia viec nha, cung xay hanh phuc.');
INSERT INTO public.occurrence VALUES (10, 4, '2026-03-08', '2026-03-08', '2026-03-08', NULL, NULL, '2026-03-07 17:00:00+00', '2026-03-08 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (11, 4, '2027-03-08', '2027-03-08', '2027-03-08', NULL, NULL, '2027-03-07 17:00:00+00', '2027-03-08 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (12, 4, '2028-03-08', '2028-03-08', '2028-03-08', NULL, NULL, '2028-03-07 17:00:00+00', '2028-03-08 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (13, 5, '2026-03-24', '2026-03-24', '2026-03-24', NULL, NULL, '2026-03-23 17:00:00+00', '2026-03-24 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (14, 5, '2027-03-13', '2027-03-13', '2027-03-13', NULL, NULL, '2027-03-12 17:00:00+00', '2027-03-13 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (15, 5, '2028-03-01', '2028-03-01', '2028-03-01', NULL, NULL, '2028-02-29 17:00:00+00', '2028-03-01 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (16, 6, '2026-03-20', '2026-03-20', '2026-03-20', NULL, NULL, '2026-03-19 17:00:00+00', '2026-03-20 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (17, 6, '2027-03-20', '2027-03-20', '2027-03-20', NULL, NULL, '2027-03-19 17:00:00+00', '2027-03-20 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (18, 6, '2028-03-20', '2028-03-20', '2028-03-20', NULL, NULL, '2028-03-19 17:00:00+00', '2028-03-20 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (19, 7, '2026-06-28', '2026-06-28', '2026-06-28', NULL, NULL, '2026-06-27 17:00:00+00', '2026-06-28 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (20, 7, '2027-06-28', '2027-06-28', '2027-06-28', NULL, NULL, '2027-06-27 17:00:00+00', '2027-06-28 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (21, 7, '2028-06-28', '2028-06-28', '2028-06-28', NULL, NULL, '2028-06-27 17:00:00+00', '2028-06-28 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (22, 8, '2026-10-11', '2026-10-11', '2026-10-11', NULL, NULL, '2026-10-10 17:00:00+00', '2026-10-11 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (23, 8, '2027-10-11', '2027-10-11', '2027-10-11', NULL, NULL, '2027-10-10 17:00:00+00', '2027-10-11 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (24, 8, '2028-10-11', '2028-10-11', '2028-10-11', NULL, NULL, '2028-10-10 17:00:00+00', '2028-10-11 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (25, 9, '2026-10-20', '2026-10-20', '2026-10-20', NULL, NULL, '2026-10-19 17:00:00+00', '2026-10-20 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (26, 9, '2027-10-20', '2027-10-20', '2027-10-20', NULL, NULL, '2027-10-19 17:00:00+00', '2027-10-20 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (27, 9, '2028-10-20', '2028-10-20', '2028-10-20', NULL, NULL, '2028-10-19 17:00:00+00', '2028-10-20 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (28, 10, '2026-11-09', '2026-11-09', '2026-11-09', NULL, NULL, '2026-11-08 17:00:00+00', '2026-11-09 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (29, 10, '2027-11-09', '2027-11-09', '2027-11-09', NULL, NULL, '2027-11-08 17:00:00+00', '2027-11-09 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (30, 10, '2028-11-09', '2028-11-09', '2028-11-09', NULL, NULL, '2028-11-08 17:00:00+00', '2028-11-09 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (31, 11, '2026-11-25', '2026-11-25', '2026-11-25', NULL, NULL, '2026-11-24 17:00:00+00', '2026-11-25 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (32, 11, '2027-11-25', '2027-11-25', '2027-11-25', NULL, NULL, '2027-11-24 17:00:00+00', '2027-11-25 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (33, 11, '2028-11-25', '2028-11-25', '2028-11-25', NULL, NULL, '2028-11-24 17:00:00+00', '2028-11-25 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (34, 12, '2026-03-06', '2026-03-06', '2026-03-06', '15:30:00', '17:00:00', '2026-03-06 08:30:00+00', '2026-03-06 10:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (35, 13, '2026-10-19', '2026-10-19', '2026-10-19', '15:00:00', '17:00:00', '2026-10-19 08:00:00+00', '2026-10-19 10:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (36, 14, '2026-11-16', '2026-11-16', '2026-11-16', '08:00:00', '09:30:00', '2026-11-16 01:00:00+00', '2026-11-16 02:30:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (37, 15, '2026-06-26', '2026-06-26', '2026-06-26', '16:30:00', '19:00:00', '2026-06-26 09:30:00+00', '2026-06-26 12:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (38, 16, '2026-05-15', '2026-05-15', '2026-05-15', '07:30:00', '11:30:00', '2026-05-15 00:30:00+00', '2026-05-15 04:30:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (39, 17, '2026-04-16', '2026-04-16', '2026-04-16', '14:00:00', '16:30:00', '2026-04-16 07:00:00+00', '2026-04-16 09:30:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (40, 18, '2026-05-21', '2026-05-21', '2026-05-21', '08:00:00', '11:30:00', '2026-05-21 01:00:00+00', '2026-05-21 04:30:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (41, 19, '2026-08-13', '2026-08-13', '2026-08-13', '14:00:00', '16:00:00', '2026-08-13 07:00:00+00', '2026-08-13 09:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (42, 20, '2026-10-16', '2026-10-16', '2026-10-16', '14:00:00', '16:30:00', '2026-10-16 07:00:00+00', '2026-10-16 09:30:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (43, 21, '2026-11-26', '2026-11-26', '2026-11-26', '14:00:00', '16:30:00', '2026-11-26 07:00:00+00', '2026-11-26 09:30:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (44, 22, '2026-06-11', '2026-06-11', '2026-06-11', '08:00:00', '11:30:00', '2026-06-11 01:00:00+00', '2026-06-11 04:30:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (45, 23, '2026-07-16', '2026-07-16', '2026-07-16', '08:00:00', '16:30:00', '2026-07-16 01:00:00+00', '2026-07-16 09:30:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (46, 24, '2026-09-10', '2026-09-10', '2026-09-11', '08:00:00', '16:30:00', '2026-09-10 01:00:00+00', '2026-09-11 09:30:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (47, 25, '2026-08-20', '2026-08-20', '2026-08-21', NULL, NULL, '2026-08-19 17:00:00+00', '2026-08-21 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (48, 26, '2026-01-15', '2026-01-15', '2026-01-15', '08:00:00', '10:00:00', '2026-01-15 01:00:00+00', '2026-01-15 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (49, 26, '2026-04-16', '2026-04-16', '2026-04-16', '08:00:00', '10:00:00', '2026-04-16 01:00:00+00', '2026-04-16 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (50, 26, '2026-07-16', '2026-07-16', '2026-07-16', '08:00:00', '10:00:00', '2026-07-16 01:00:00+00', '2026-07-16 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (51, 26, '2026-10-15', '2026-10-15', '2026-10-15', '08:00:00', '10:00:00', '2026-10-15 01:00:00+00', '2026-10-15 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (52, 26, '2027-01-21', '2027-01-21', '2027-01-21', '08:00:00', '10:00:00', '2027-01-21 01:00:00+00', '2027-01-21 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (53, 26, '2027-04-15', '2027-04-15', '2027-04-15', '08:00:00', '10:00:00', '2027-04-15 01:00:00+00', '2027-04-15 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (54, 26, '2027-07-15', '2027-07-15', '2027-07-15', '08:00:00', '10:00:00', '2027-07-15 01:00:00+00', '2027-07-15 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (55, 26, '2027-10-21', '2027-10-21', '2027-10-21', '08:00:00', '10:00:00', '2027-10-21 01:00:00+00', '2027-10-21 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (56, 26, '2028-01-20', '2028-01-20', '2028-01-20', '08:00:00', '10:00:00', '2028-01-20 01:00:00+00', '2028-01-20 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (57, 26, '2028-04-20', '2028-04-20', '2028-04-20', '08:00:00', '10:00:00', '2028-04-20 01:00:00+00', '2028-04-20 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (58, 26, '2028-07-20', '2028-07-20', '2028-07-20', '08:00:00', '10:00:00', '2028-07-20 01:00:00+00', '2028-07-20 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (59, 26, '2028-10-19', '2028-10-19', '2028-10-19', '08:00:00', '10:00:00', '2028-10-19 01:00:00+00', '2028-10-19 03:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (60, 27, '2026-07-03', '2026-07-03', '2026-07-03', '08:00:00', '11:00:00', '2026-07-03 01:00:00+00', '2026-07-03 04:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (61, 28, '2026-12-17', '2026-12-17', '2026-12-17', '08:00:00', '11:30:00', '2026-12-17 01:00:00+00', '2026-12-17 04:30:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (62, 29, '2026-12-03', '2026-12-03', '2026-12-03', '14:00:00', '16:00:00', '2026-12-03 07:00:00+00', '2026-12-03 09:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (63, 30, '2026-06-10', '2026-06-10', '2026-06-10', NULL, NULL, '2026-06-09 17:00:00+00', '2026-06-10 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (64, 31, '2026-06-15', '2026-06-15', '2026-06-15', NULL, NULL, '2026-06-14 17:00:00+00', '2026-06-15 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (65, 32, '2026-07-03', '2026-07-03', '2026-07-03', NULL, NULL, '2026-07-02 17:00:00+00', '2026-07-03 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (66, 33, '2026-12-04', '2026-12-04', '2026-12-04', NULL, NULL, '2026-12-03 17:00:00+00', '2026-12-04 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (67, 34, '2026-12-10', '2026-12-10', '2026-12-10', NULL, NULL, '2026-12-09 17:00:00+00', '2026-12-10 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (68, 35, '2026-12-21', '2026-12-21', '2026-12-21', NULL, NULL, '2026-12-20 17:00:00+00', '2026-12-21 17:00:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.occurrence VALUES (69, 40, '2026-11-24', '2026-11-24', '2026-11-24', '10:01:00', '11:01:00', '2026-11-24 03:01:00+00', '2026-11-24 04:01:00+00', '', '', '[]', '', '', '2026-11-24 01:00:00+00', 'demo', NULL, '', '', NULL, '');
INSERT INTO public.one_time_link VALUES (1, 'SIGN_IN', 'ac05bcac730be717985f380a885760de', '2800366b0f0623f21f8a3f568c2dbdc8ba276b09df6074f1f24ba5635a3ee2f4', 1, '', 'link', '', '', 0, '2026-11-24 01:00:00+00', '2026-11-25 01:00:00+00', NULL);
INSERT INTO public.plan VALUES (1, 2026, 'Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026', '', 'KH-SCT', 'SỞ CÔNG THƯƠNG', 'Hà Sơn', NULL, 'tháng 3 năm 2026', 'GIÁM ĐỐC', 'Trần Quang Minh', '["S\u1edf L\u0110-TB&XH (\u0111\u1ec3 b/c)", "BC\u0110 VSTBPN", "C\u00e1c ph\u00f2ng, \u0111\u01a1n v\u1ecb thu\u1ed9c S\u1edf", "C\u00e1c t\u1ed5 ch\u1ee9c \u0111o\u00e0n th\u1ec3", "L\u01b0u: VT"]', 'ke-hoach.txt', 'UBND TỈNH HÀ SƠN
SỞ CÔNG THƯƠNG
Số:      /KH-SCT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Sơn, ngày      tháng 3 năm 2026
KẾ HOẠCH
Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026
Căn cứ Công văn số 171/SLĐTBXH-TE&BĐG ngày 25/02/2020 của Sở Lao động - Thương binh và Xã hội hướng dẫn công tác bình đẳng giới năm 2026, Sở Công Thương ban hành Kế hoạch với các nội dung dưới đây:
I. MỤC ĐÍCH, YÊU CẦU
II. MỤC TIÊU
1. Mục tiêu chung
Nâng trình độ lý luận, chuyên môn, kỹ năng của đội ngũ nữ; có thêm phụ nữ ở các vị trí lãnh đạo, quản lý; xóa bỏ bạo lực, cùng chia sẻ việc nhà, xây dựng gia đình tiến bộ, hạnh phúc.
2. Chỉ tiêu
III. NHIỆM VỤ
IV. TỔ CHỨC THỰC HIỆN
Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh với Ban chỉ đạo để kịp thời giải quyết./.
Nơi nhận:
GIÁM ĐỐC
Trần Quang Minh
', '2026-11-24 01:00:00+00');
INSERT INTO public.plan_reading VALUES (1, 'ke-hoach.txt', 'txt', 'Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026', 'UBND TỈNH HÀ SƠN
SỞ CÔNG THƯƠNG
Số:      /KH-SCT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Sơn, ngày      tháng 3 năm 2026
KẾ HOẠCH
Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026
Căn cứ Công văn số 171/SLĐTBXH-TE&BĐG ngày 25/02/2020 của Sở Lao động - Thương binh và Xã hội hướng dẫn công tác bình đẳng giới năm 2026, Sở Công Thương ban hành Kế hoạch với các nội dung dưới đây:
I. MỤC ĐÍCH, YÊU CẦU
II. MỤC TIÊU
1. Mục tiêu chung
Nâng trình độ lý luận, chuyên môn, kỹ năng của đội ngũ nữ; có thêm phụ nữ ở các vị trí lãnh đạo, quản lý; xóa bỏ bạo lực, cùng chia sẻ việc nhà, xây dựng gia đình tiến bộ, hạnh phúc.
2. Chỉ tiêu
III. NHIỆM VỤ
IV. TỔ CHỨC THỰC HIỆN
Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh với Ban chỉ đạo để kịp thời giải quyết./.
Nơi nhận:
GIÁM ĐỐC
Trần Quang Minh
', '[]', '1cc72cd2a9e8fc247861e650554b1699742fed66a13dafd71cd74e8e868ef792', 2026, '{"plan": {"type": "k\u1ebf ho\u1ea1ch", "title": "C\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi v\u00e0 v\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef n\u0103m 2026", "number": "/KH-SCT", "superior": "UBND T\u1ec8NH H\u00c0 S\u01a0N", "issuer": "S\u1ede C\u00d4NG TH\u01af\u01a0NG", "issued_at": "H\u00e0 S\u01a1n", "issued": "2026-03", "year": 2026, "period": null, "signer": "Tr\u1ea7n Quang Minh", "signer_office": "GI\u00c1M \u0110\u1ed0C", "addressees": [], "bases": [{"kind": "C\u00f4ng v\u0103n", "number": "171/SL\u0110TBXH-TE&B\u0110G", "issued": "25/02/2020", "issuer": "S\u1edf Lao \u0111\u1ed9ng - Th\u01b0\u01a1ng binh v\u00e0 X\u00e3 h\u1ed9i", "quote": "C\u00f4ng v\u0103n s\u1ed1 171/SL\u0110TBXH-TE&B\u0110G ng\u00e0y 25/02/2020 c\u1ee7a S\u1edf Lao \u0111\u1ed9ng - Th\u01b0\u01a1ng binh v\u00e0 X\u00e3 h\u1ed9i"}, {"kind": "K\u1ebf ho\u1ea1ch", "number": "805/KH-UBND", "issued": "19/4/2016", "issuer": null, "quote": "K\u1ebf ho\u1ea1ch s\u1ed1 805/KH-UBND ng\u00e0y 19/4/2016"}, {"kind": "K\u1ebf ho\u1ea1ch", "number": "2310/KH-UBND", "issued": "30/9/2016", "issuer": "UBND t\u1ec9nh", "quote": "K\u1ebf ho\u1ea1ch s\u1ed1 2310/KH-UBND ng\u00e0y 30/9/2016 c\u1ee7a UBND t\u1ec9nh"}, {"kind": "Th\u00f4ng t\u01b0", "number": "191/2009/TT-BTC", "issued": "01/10/2009", "issuer": "B\u1ed9 T\u00e0i ch\u00ednh", "quote": "Th\u00f4ng t\u01b0 s\u1ed1 191/2009/TT-BTC ng\u00e0y 01/10/2009 c\u1ee7a B\u1ed9 T\u00e0i ch\u00ednh"}], "recipients": ["S\u1edf L\u0110-TB&XH (\u0111\u1ec3 b/c)", "BC\u0110 VSTBPN", "C\u00e1c ph\u00f2ng, \u0111\u01a1n v\u1ecb thu\u1ed9c S\u1edf", "C\u00e1c t\u1ed5 ch\u1ee9c \u0111o\u00e0n th\u1ec3", "L\u01b0u: VT"]}, "duties": [{"text": "Ph\u1ed5 bi\u1ebfn c\u00e1c v\u0103n b\u1ea3n c\u1ee7a trung \u01b0\u01a1ng v\u00e0 c\u1ee7a t\u1ec9nh v\u1ec1 b\u00ecnh \u0111\u1eb3ng gi\u1edbi: Ch\u01b0\u01a1ng tr\u00ecnh h\u00e0nh \u0111\u1ed9ng qu\u1ed1c gia giai \u0111o\u1ea1n 2016-2020;", "quote": "Ph\u1ed5 bi\u1ebfn c\u00e1c v\u0103n b\u1ea3n c\u1ee7a trung \u01b0\u01a1ng v\u00e0 c\u1ee7a t\u1ec9nh v\u1ec1 b\u00ecnh \u0111\u1eb3ng gi\u1edbi: Ch\u01b0\u01a1ng tr\u00ecnh h\u00e0nh \u0111\u1ed9ng qu\u1ed1c gia giai \u0111o\u1ea1n 2016-2020;", "line": 37, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": [0]}, {"text": "Truy\u1ec1n th\u00f4ng v\u1ec1 ch\u0103m s\u00f3c s\u1ee9c kh\u1ecfe ph\u1ee5 n\u1eef v\u00e0 k\u1ebf ho\u1ea1ch h\u00f3a gia \u0111\u00ecnh, nh\u1eb1m thay \u0111\u1ed5i nh\u1eadn th\u1ee9c v\u00e0 th\u00f3i quen c\u1ee7a c\u00e1n b\u1ed9, CNVCL\u0110.", "quote": "Truy\u1ec1n th\u00f4ng v\u1ec1 ch\u0103m s\u00f3c s\u1ee9c kh\u1ecfe ph\u1ee5 n\u1eef v\u00e0 k\u1ebf ho\u1ea1ch h\u00f3a gia \u0111\u00ecnh, nh\u1eb1m thay \u0111\u1ed5i nh\u1eadn th\u1ee9c v\u00e0 th\u00f3i quen c\u1ee7a c\u00e1n b\u1ed9, CNVCL\u0110.", "line": 38, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": [1]}, {"text": "T\u1ed5 ch\u1ee9c Th\u00e1ng h\u00e0nh \u0111\u1ed9ng ph\u00f2ng, ch\u1ed1ng b\u1ea1o l\u1ef1c gia \u0111\u00ecnh (th\u00e1ng 6) v\u00e0 Th\u00e1ng h\u00e0nh \u0111\u1ed9ng v\u00ec b\u00ecnh \u0111\u1eb3ng gi\u1edbi, ph\u00f2ng ch\u1ed1ng b\u1ea1o l\u1ef1c tr\u00ean c\u01a1 s\u1edf gi\u1edbi (t\u1eeb 15/11 \u0111\u1ebfn 15/12).", "quote": "T\u1ed5 ch\u1ee9c Th\u00e1ng h\u00e0nh \u0111\u1ed9ng ph\u00f2ng, ch\u1ed1ng b\u1ea1o l\u1ef1c gia \u0111\u00ecnh (th\u00e1ng 6) v\u00e0 Th\u00e1ng h\u00e0nh \u0111\u1ed9ng v\u00ec b\u00ecnh \u0111\u1eb3ng gi\u1edbi, ph\u00f2ng ch\u1ed1ng b\u1ea1o l\u1ef1c tr\u00ean c\u01a1 s\u1edf gi\u1edbi (t\u1eeb 15/11 \u0111\u1ebfn 15/12).", "line": 39, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": [2, 3]}, {"text": "M\u1edf c\u00e1c bu\u1ed5i t\u1ecda \u0111\u00e0m, h\u1ed9i th\u1ea3o, l\u1edbp t\u1eadp hu\u1ea5n, chuy\u1ebfn tham quan h\u1ecdc t\u1eadp kinh nghi\u1ec7m \u0111\u1ec3 ch\u1ecb em n\u1eafm \u0111\u01b0\u1ee3c ki\u1ebfn th\u1ee9c x\u00e3 h\u1ed9i, chuy\u00ean m\u00f4n, quy\u1ec1n v\u00e0 ngh\u0129a v\u1ee5 c\u1ee7a ph\u1ee5 n\u1eef.", "quote": "M\u1edf c\u00e1c bu\u1ed5i t\u1ecda \u0111\u00e0m, h\u1ed9i th\u1ea3o, l\u1edbp t\u1eadp hu\u1ea5n, chuy\u1ebfn tham quan h\u1ecdc t\u1eadp kinh nghi\u1ec7m \u0111\u1ec3 ch\u1ecb em n\u1eafm \u0111\u01b0\u1ee3c ki\u1ebfn th\u1ee9c x\u00e3 h\u1ed9i, chuy\u00ean m\u00f4n, quy\u1ec1n v\u00e0 ngh\u0129a v\u1ee5 c\u1ee7a ph\u1ee5 n\u1eef.", "line": 40, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": [4]}, {"text": "T\u1ed5 ch\u1ee9c ho\u1ea1t \u0111\u1ed9ng v\u0103n ngh\u1ec7, th\u1ec3 d\u1ee5c th\u1ec3 thao thu h\u00fat lao \u0111\u1ed9ng n\u1eef tham gia.", "quote": "T\u1ed5 ch\u1ee9c ho\u1ea1t \u0111\u1ed9ng v\u0103n ngh\u1ec7, th\u1ec3 d\u1ee5c th\u1ec3 thao thu h\u00fat lao \u0111\u1ed9ng n\u1eef tham gia.", "line": 41, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": [5]}, {"text": "X\u00e2y d\u1ef1ng quy ho\u1ea1ch, \u0111\u00e0o t\u1ea1o, b\u1ed3i d\u01b0\u1ee1ng, b\u1ed1 tr\u00ed c\u00e1n b\u1ed9 n\u1eef;", "quote": "X\u00e2y d\u1ef1ng quy ho\u1ea1ch, \u0111\u00e0o t\u1ea1o, b\u1ed3i d\u01b0\u1ee1ng, b\u1ed1 tr\u00ed c\u00e1n b\u1ed9 n\u1eef;", "line": 42, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": [6]}, {"text": "th\u1ef1c hi\u1ec7n ch\u00ednh s\u00e1ch ph\u00e1t tri\u1ec3n c\u00e1n b\u1ed9 n\u1eef giai \u0111o\u1ea1n 2015-2020 theo ch\u1ec9 \u0111\u1ea1o c\u1ee7a Ban Th\u01b0\u1eddng v\u1ee5 T\u1ec9nh \u1ee7y.", "quote": "th\u1ef1c hi\u1ec7n ch\u00ednh s\u00e1ch ph\u00e1t tri\u1ec3n c\u00e1n b\u1ed9 n\u1eef giai \u0111o\u1ea1n 2015-2020 theo ch\u1ec9 \u0111\u1ea1o c\u1ee7a Ban Th\u01b0\u1eddng v\u1ee5 T\u1ec9nh \u1ee7y.", "line": 42, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": ["Ban Th\u01b0\u1eddng"], "report_to": null, "through": null, "proposals": []}, {"text": "L\u1ef1a ch\u1ecdn, gi\u1edbi thi\u1ec7u c\u00e1n b\u1ed9 n\u1eef ti\u00eau bi\u1ec3u \u0111\u1ec3 \u0111\u00e0o t\u1ea1o, b\u1ed3i d\u01b0\u1ee1ng, t\u1ea1o ngu\u1ed3n cho c\u00e1c v\u1ecb tr\u00ed l\u00e3nh \u0111\u1ea1o.", "quote": "L\u1ef1a ch\u1ecdn, gi\u1edbi thi\u1ec7u c\u00e1n b\u1ed9 n\u1eef ti\u00eau bi\u1ec3u \u0111\u1ec3 \u0111\u00e0o t\u1ea1o, b\u1ed3i d\u01b0\u1ee1ng, t\u1ea1o ngu\u1ed3n cho c\u00e1c v\u1ecb tr\u00ed l\u00e3nh \u0111\u1ea1o.", "line": 43, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": []}, {"text": "Th\u01b0\u1eddng xuy\u00ean t\u1ed5ng h\u1ee3p t\u00ecnh h\u00ecnh \u0111\u1ed9i ng\u0169 n\u1eef c\u00e1n b\u1ed9 c\u00f4ng \u0111o\u00e0n v\u00e0 \u0111\u1ec1 xu\u1ea5t ch\u00ednh s\u00e1ch v\u1ec1 c\u00f4ng t\u00e1c c\u00e1n b\u1ed9 n\u1eef.", "quote": "Th\u01b0\u1eddng xuy\u00ean t\u1ed5ng h\u1ee3p t\u00ecnh h\u00ecnh \u0111\u1ed9i ng\u0169 n\u1eef c\u00e1n b\u1ed9 c\u00f4ng \u0111o\u00e0n v\u00e0 \u0111\u1ec1 xu\u1ea5t ch\u00ednh s\u00e1ch v\u1ec1 c\u00f4ng t\u00e1c c\u00e1n b\u1ed9 n\u1eef.", "line": 44, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": [7]}, {"text": "C\u1eed th\u00e0nh vi\u00ean Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef d\u1ef1 c\u00e1c kh\u00f3a b\u1ed3i d\u01b0\u1ee1ng nghi\u1ec7p v\u1ee5, k\u1ef9 n\u0103ng d\u00e0nh cho b\u00e1o c\u00e1o vi\u00ean, tuy\u00ean truy\u1ec1n vi\u00ean.", "quote": "C\u1eed th\u00e0nh vi\u00ean Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef d\u1ef1 c\u00e1c kh\u00f3a b\u1ed3i d\u01b0\u1ee1ng nghi\u1ec7p v\u1ee5, k\u1ef9 n\u0103ng d\u00e0nh cho b\u00e1o c\u00e1o vi\u00ean, tuy\u00ean truy\u1ec1n vi\u00ean.", "line": 45, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": ["Ban V\u00ec"], "report_to": null, "through": null, "proposals": [8]}, {"text": "T\u1ed5 ch\u1ee9c h\u1ed9i th\u1ea3o chuy\u00ean \u0111\u1ec1, t\u1ecda \u0111\u00e0m l\u00e0m di\u1ec5n \u0111\u00e0n trao \u0111\u1ed5i kinh nghi\u1ec7m v\u1ec1 c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi.", "quote": "T\u1ed5 ch\u1ee9c h\u1ed9i th\u1ea3o chuy\u00ean \u0111\u1ec1, t\u1ecda \u0111\u00e0m l\u00e0m di\u1ec5n \u0111\u00e0n trao \u0111\u1ed5i kinh nghi\u1ec7m v\u1ec1 c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi.", "line": 46, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": [9]}, {"text": "R\u00e0 so\u00e1t, b\u1ed5 sung quy ch\u1ebf ho\u1ea1t \u0111\u1ed9ng c\u1ee7a Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef cho s\u00e1t t\u00ecnh h\u00ecnh th\u1ef1c t\u1ebf.", "quote": "R\u00e0 so\u00e1t, b\u1ed5 sung quy ch\u1ebf ho\u1ea1t \u0111\u1ed9ng c\u1ee7a Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef cho s\u00e1t t\u00ecnh h\u00ecnh th\u1ef1c t\u1ebf.", "line": 47, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": ["Ban V\u00ec"], "report_to": null, "through": null, "proposals": [10]}, {"text": "Gi\u00e1m s\u00e1t, ki\u1ec3m tra vi\u1ec7c th\u1ef1c hi\u1ec7n t\u1ea1i c\u00e1c \u0111\u01a1n v\u1ecb.", "quote": "Gi\u00e1m s\u00e1t, ki\u1ec3m tra vi\u1ec7c th\u1ef1c hi\u1ec7n t\u1ea1i c\u00e1c \u0111\u01a1n v\u1ecb.", "line": 48, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": [11]}, {"text": "T\u1ed5 ch\u1ee9c s\u01a1 k\u1ebft, t\u1ed5ng k\u1ebft c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi v\u00e0 v\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef.", "quote": "T\u1ed5 ch\u1ee9c s\u01a1 k\u1ebft, t\u1ed5ng k\u1ebft c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi v\u00e0 v\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef.", "line": 49, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": [12]}, {"text": "Khen th\u01b0\u1edfng, bi\u1ec3u d\u01b0\u01a1ng k\u1ecbp th\u1eddi t\u1eadp th\u1ec3, c\u00e1 nh\u00e2n c\u00f3 th\u00e0nh t\u00edch xu\u1ea5t s\u1eafc.", "quote": "Khen th\u01b0\u1edfng, bi\u1ec3u d\u01b0\u01a1ng k\u1ecbp th\u1eddi t\u1eadp th\u1ec3, c\u00e1 nh\u00e2n c\u00f3 th\u00e0nh t\u00edch xu\u1ea5t s\u1eafc.", "line": 50, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": [], "report_to": null, "through": null, "proposals": [13]}, {"text": "L\u1eadp d\u1ef1 to\u00e1n kinh ph\u00ed c\u00f9ng v\u1edbi k\u1ebf ho\u1ea1ch c\u00f4ng t\u00e1c theo Th\u00f4ng t\u01b0 s\u1ed1 191/2009/TT-BTC ng\u00e0y 01/10/2009 c\u1ee7a B\u1ed9 T\u00e0i ch\u00ednh.", "quote": "L\u1eadp d\u1ef1 to\u00e1n kinh ph\u00ed c\u00f9ng v\u1edbi k\u1ebf ho\u1ea1ch c\u00f4ng t\u00e1c theo Th\u00f4ng t\u01b0 s\u1ed1 191/2009/TT-BTC ng\u00e0y 01/10/2009 c\u1ee7a B\u1ed9 T\u00e0i ch\u00ednh.", "line": 51, "place": "III", "heading": "NHI\u1ec6M V\u1ee4", "bodies": ["B\u1ed9 T\u00e0i"], "report_to": null, "through": null, "proposals": [14]}, {"text": "Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef ph\u1ed1i h\u1ee3p v\u1edbi c\u1ea5p \u1ee7y, C\u00f4ng \u0111o\u00e0n, \u0110o\u00e0n Thanh ni\u00ean, Ban N\u1eef c\u00f4ng v\u00e0 c\u00e1c ph\u00f2ng, \u0111\u01a1n v\u1ecb tri\u1ec3n khai K\u1ebf ho\u1ea1ch n\u00e0y.", "quote": "Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef ph\u1ed1i h\u1ee3p v\u1edbi c\u1ea5p \u1ee7y, C\u00f4ng \u0111o\u00e0n, \u0110o\u00e0n Thanh ni\u00ean, Ban N\u1eef c\u00f4ng v\u00e0 c\u00e1c ph\u00f2ng, \u0111\u01a1n v\u1ecb tri\u1ec3n khai K\u1ebf ho\u1ea1ch n\u00e0y.", "line": 55, "place": "IV", "heading": "T\u1ed4 CH\u1ee8C TH\u1ef0C HI\u1ec6N", "bodies": ["Ban V\u00ec", "\u0110o\u00e0n Thanh", "Ban N\u1eef"], "report_to": null, "through": null, "proposals": []}, {"text": "\u0110\u01b0a tin tr\u00ean b\u1ea3n tin v\u00e0 trang th\u00f4ng tin \u0111i\u1ec7n t\u1eed c\u1ee7a S\u1edf;", "quote": "\u0110\u01b0a tin tr\u00ean b\u1ea3n tin v\u00e0 trang th\u00f4ng tin \u0111i\u1ec7n t\u1eed c\u1ee7a S\u1edf;", "line": 56, "place": "IV", "heading": "T\u1ed4 CH\u1ee8C TH\u1ef0C HI\u1ec6N", "bodies": [], "report_to": null, "through": null, "proposals": [15]}, {"text": "l\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n, c\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3, 20/10.", "quote": "l\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n, c\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3, 20/10.", "line": 56, "place": "IV", "heading": "T\u1ed4 CH\u1ee8C TH\u1ef0C HI\u1ec6N", "bodies": [], "report_to": null, "through": null, "proposals": [16, 17, 18]}, {"text": "C\u1ee7ng c\u1ed1, ki\u1ec7n to\u00e0n Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef v\u00e0 Ban N\u1eef c\u00f4ng \u0111\u1ec3 tham m\u01b0u t\u1ed1t cho Ban Ch\u1ea5p h\u00e0nh C\u00f4ng \u0111o\u00e0n S\u1edf.", "quote": "C\u1ee7ng c\u1ed1, ki\u1ec7n to\u00e0n Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef v\u00e0 Ban N\u1eef c\u00f4ng \u0111\u1ec3 tham m\u01b0u t\u1ed1t cho Ban Ch\u1ea5p h\u00e0nh C\u00f4ng \u0111o\u00e0n S\u1edf.", "line": 57, "place": "IV", "heading": "T\u1ed4 CH\u1ee8C TH\u1ef0C HI\u1ec6N", "bodies": ["Ban V\u00ec", "Ban N\u1eef", "Ban Ch\u1ea5p", "C\u00f4ng \u0111o\u00e0n S\u1edf"], "report_to": null, "through": null, "proposals": [19]}, {"text": "Th\u1ef1c hi\u1ec7n b\u00e1o c\u00e1o \u0111\u1ecbnh k\u1ef3 v\u1ec1 Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef t\u1ec9nh (qua S\u1edf Lao \u0111\u1ed9ng - Th\u01b0\u01a1ng binh v\u00e0 X\u00e3 h\u1ed9i) \u0111\u00fang th\u1eddi gian quy \u0111\u1ecbnh.", "quote": "Th\u1ef1c hi\u1ec7n b\u00e1o c\u00e1o \u0111\u1ecbnh k\u1ef3 v\u1ec1 Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef t\u1ec9nh (qua S\u1edf Lao \u0111\u1ed9ng - Th\u01b0\u01a1ng binh v\u00e0 X\u00e3 h\u1ed9i) \u0111\u00fang th\u1eddi gian quy \u0111\u1ecbnh.", "line": 58, "place": "IV", "heading": "T\u1ed4 CH\u1ee8C TH\u1ef0C HI\u1ec6N", "bodies": ["Ban V\u00ec", "S\u1edf Lao \u0111\u1ed9ng"], "report_to": "Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef t\u1ec9nh", "through": "S\u1edf Lao \u0111\u1ed9ng - Th\u01b0\u01a1ng binh v\u00e0 X\u00e3 h\u1ed9i", "proposals": [20]}, {"text": "Trong qu\u00e1 tr\u00ecnh th\u1ef1c hi\u1ec7n, n\u1ebfu c\u00f3 v\u01b0\u1edbng m\u1eafc, c\u00e1c \u0111\u01a1n v\u1ecb ph\u1ea3n \u00e1nh v\u1edbi Ban ch\u1ec9 \u0111\u1ea1o \u0111\u1ec3 k\u1ecbp th\u1eddi gi\u1ea3i quy\u1ebft./.", "quote": "Trong qu\u00e1 tr\u00ecnh th\u1ef1c hi\u1ec7n, n\u1ebfu c\u00f3 v\u01b0\u1edbng m\u1eafc, c\u00e1c \u0111\u01a1n v\u1ecb ph\u1ea3n \u00e1nh v\u1edbi Ban ch\u1ec9 \u0111\u1ea1o \u0111\u1ec3 k\u1ecbp th\u1eddi gi\u1ea3i quy\u1ebft./.", "line": 60, "place": "IV", "heading": "T\u1ed4 CH\u1ee8C TH\u1ef0C HI\u1ec6N", "bodies": [], "report_to": null, "through": null, "proposals": []}], "targets": [{"indicator": "c\u00e1n b\u1ed9, \u0111\u1ea3ng vi\u00ean, c\u00f4ng ch\u1ee9c, vi\u00ean ch\u1ee9c v\u00e0 ng\u01b0\u1eddi lao \u0111\u1ed9ng ch\u1ea5p h\u00e0nh \u0111\u00fang ch\u1ee7 tr\u01b0\u01a1ng c\u1ee7a \u0110\u1ea3ng, ph\u00e1p lu\u1eadt c\u1ee7a Nh\u00e0 n\u01b0\u1edbc v\u1ec1 b\u00ecnh \u0111\u1eb3ng gi\u1edbi", "value": "100", "bound": "=", "quote": "100% c\u00e1n b\u1ed9, \u0111\u1ea3ng vi\u00ean, c\u00f4ng ch\u1ee9c, vi\u00ean ch\u1ee9c v\u00e0 ng\u01b0\u1eddi lao \u0111\u1ed9ng ch\u1ea5p h\u00e0nh \u0111\u00fang ch\u1ee7 tr\u01b0\u01a1ng c\u1ee7a \u0110\u1ea3ng, ph\u00e1p lu\u1eadt c\u1ee7a Nh\u00e0 n\u01b0\u1edbc v\u1ec1 b\u00ecnh \u0111\u1eb3ng gi\u1edbi.", "line": 29, "place": "II.2"}, {"indicator": "T\u1ef7 l\u1ec7 n\u1eef trong Ban Ch\u1ea5p h\u00e0nh \u0110\u1ea3ng \u1ee7y, Ban Ch\u1ea5p h\u00e0nh C\u00f4ng \u0111o\u00e0n v\u00e0 chi \u1ee7y c\u00e1c c\u1ea5p", "value": "15", "bound": "\u2265", "quote": "T\u1ef7 l\u1ec7 n\u1eef trong Ban Ch\u1ea5p h\u00e0nh \u0110\u1ea3ng \u1ee7y, Ban Ch\u1ea5p h\u00e0nh C\u00f4ng \u0111o\u00e0n v\u00e0 chi \u1ee7y c\u00e1c c\u1ea5p \u0111\u1ea1t t\u1eeb 15% tr\u1edf l\u00ean.", "line": 30, "place": "II.2"}, {"indicator": "n\u1eef c\u00e1n b\u1ed9 thu\u1ed9c di\u1ec7n quy ho\u1ea1ch c\u00f3 tr\u00ecnh \u0111\u1ed9 trung c\u1ea5p l\u00fd lu\u1eadn ch\u00ednh tr\u1ecb", "value": "100", "bound": "=", "quote": "Ph\u1ea5n \u0111\u1ea5u 100% n\u1eef c\u00e1n b\u1ed9 thu\u1ed9c di\u1ec7n quy ho\u1ea1ch c\u00f3 tr\u00ecnh \u0111\u1ed9 trung c\u1ea5p l\u00fd lu\u1eadn ch\u00ednh tr\u1ecb.", "line": 31, "place": "II.2"}, {"indicator": "c\u00e1n b\u1ed9 c\u00f4ng \u0111o\u00e0n ch\u1ee7 ch\u1ed1t, c\u00e1n b\u1ed9 n\u1eef c\u00f4ng \u0111\u01b0\u1ee3c t\u1eadp hu\u1ea5n ki\u1ebfn th\u1ee9c v\u1ec1 b\u00ecnh \u0111\u1eb3ng gi\u1edbi", "value": "100", "bound": "=", "quote": "100% c\u00e1n b\u1ed9 c\u00f4ng \u0111o\u00e0n ch\u1ee7 ch\u1ed1t, c\u00e1n b\u1ed9 n\u1eef c\u00f4ng \u0111\u01b0\u1ee3c t\u1eadp hu\u1ea5n ki\u1ebfn th\u1ee9c v\u1ec1 b\u00ecnh \u0111\u1eb3ng gi\u1edbi.", "line": 32, "place": "II.2"}], "proposals": [{"kind": "activity", "title": "Ph\u1ed5 bi\u1ebfn c\u00e1c v\u0103n b\u1ea3n c\u1ee7a trung \u01b0\u01a1ng v\u00e0 c\u1ee7a t\u1ec9nh v\u1ec1 b\u00ecnh \u0111\u1eb3ng gi\u1edbi", "quote": "Ph\u1ed5 bi\u1ebfn c\u00e1c v\u0103n b\u1ea3n c\u1ee7a trung \u01b0\u01a1ng v\u00e0 c\u1ee7a t\u1ec9nh v\u1ec1 b\u00ecnh \u0111\u1eb3ng gi\u1edbi: Ch\u01b0\u01a1ng tr\u00ecnh h\u00e0nh \u0111\u1ed9ng qu\u1ed1c gia giai \u0111o\u1ea1n 2016-2020;", "quotes": ["Ph\u1ed5 bi\u1ebfn c\u00e1c v\u0103n b\u1ea3n c\u1ee7a trung \u01b0\u01a1ng v\u00e0 c\u1ee7a t\u1ec9nh v\u1ec1 b\u00ecnh \u0111\u1eb3ng gi\u1edbi: Ch\u01b0\u01a1ng tr\u00ecnh h\u00e0nh \u0111\u1ed9ng qu\u1ed1c gia giai \u0111o\u1ea1n 2016-2020;"], "line": 37, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "activity", "title": "Truy\u1ec1n th\u00f4ng v\u1ec1 ch\u0103m s\u00f3c s\u1ee9c kh\u1ecfe ph\u1ee5 n\u1eef v\u00e0 k\u1ebf ho\u1ea1ch h\u00f3a gia \u0111\u00ecnh", "quote": "Truy\u1ec1n th\u00f4ng v\u1ec1 ch\u0103m s\u00f3c s\u1ee9c kh\u1ecfe ph\u1ee5 n\u1eef v\u00e0 k\u1ebf ho\u1ea1ch h\u00f3a gia \u0111\u00ecnh, nh\u1eb1m thay \u0111\u1ed5i nh\u1eadn th\u1ee9c v\u00e0 th\u00f3i quen c\u1ee7a c\u00e1n b\u1ed9, CNVCL\u0110.", "quotes": ["Truy\u1ec1n th\u00f4ng v\u1ec1 ch\u0103m s\u00f3c s\u1ee9c kh\u1ecfe ph\u1ee5 n\u1eef v\u00e0 k\u1ebf ho\u1ea1ch h\u00f3a gia \u0111\u00ecnh, nh\u1eb1m thay \u0111\u1ed5i nh\u1eadn th\u1ee9c v\u00e0 th\u00f3i quen c\u1ee7a c\u00e1n b\u1ed9, CNVCL\u0110."], "line": 38, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "campaign", "title": "Th\u00e1ng h\u00e0nh \u0111\u1ed9ng ph\u00f2ng, ch\u1ed1ng b\u1ea1o l\u1ef1c gia \u0111\u00ecnh", "quote": "T\u1ed5 ch\u1ee9c Th\u00e1ng h\u00e0nh \u0111\u1ed9ng ph\u00f2ng, ch\u1ed1ng b\u1ea1o l\u1ef1c gia \u0111\u00ecnh (th\u00e1ng 6) v\u00e0 Th\u00e1ng h\u00e0nh \u0111\u1ed9ng v\u00ec b\u00ecnh \u0111\u1eb3ng gi\u1edbi, ph\u00f2ng ch\u1ed1ng b\u1ea1o l\u1ef1c tr\u00ean c\u01a1 s\u1edf gi\u1edbi (t\u1eeb 15/11 \u0111\u1ebfn 15/12).", "quotes": ["T\u1ed5 ch\u1ee9c Th\u00e1ng h\u00e0nh \u0111\u1ed9ng ph\u00f2ng, ch\u1ed1ng b\u1ea1o l\u1ef1c gia \u0111\u00ecnh (th\u00e1ng 6) v\u00e0 Th\u00e1ng h\u00e0nh \u0111\u1ed9ng v\u00ec b\u00ecnh \u0111\u1eb3ng gi\u1edbi, ph\u00f2ng ch\u1ed1ng b\u1ea1o l\u1ef1c tr\u00ean c\u01a1 s\u1edf gi\u1edbi (t\u1eeb 15/11 \u0111\u1ebfn 15/12)."], "line": 39, "place": "III", "start": "2026-06-01", "end": "2026-06-30", "precision": "month", "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "campaign", "title": "Th\u00e1ng h\u00e0nh \u0111\u1ed9ng v\u00ec b\u00ecnh \u0111\u1eb3ng gi\u1edbi, ph\u00f2ng ch\u1ed1ng b\u1ea1o l\u1ef1c tr\u00ean c\u01a1 s\u1edf gi\u1edbi", "quote": "T\u1ed5 ch\u1ee9c Th\u00e1ng h\u00e0nh \u0111\u1ed9ng ph\u00f2ng, ch\u1ed1ng b\u1ea1o l\u1ef1c gia \u0111\u00ecnh (th\u00e1ng 6) v\u00e0 Th\u00e1ng h\u00e0nh \u0111\u1ed9ng v\u00ec b\u00ecnh \u0111\u1eb3ng gi\u1edbi, ph\u00f2ng ch\u1ed1ng b\u1ea1o l\u1ef1c tr\u00ean c\u01a1 s\u1edf gi\u1edbi (t\u1eeb 15/11 \u0111\u1ebfn 15/12).", "quotes": ["T\u1ed5 ch\u1ee9c Th\u00e1ng h\u00e0nh \u0111\u1ed9ng ph\u00f2ng, ch\u1ed1ng b\u1ea1o l\u1ef1c gia \u0111\u00ecnh (th\u00e1ng 6) v\u00e0 Th\u00e1ng h\u00e0nh \u0111\u1ed9ng v\u00ec b\u00ecnh \u0111\u1eb3ng gi\u1edbi, ph\u00f2ng ch\u1ed1ng b\u1ea1o l\u1ef1c tr\u00ean c\u01a1 s\u1edf gi\u1edbi (t\u1eeb 15/11 \u0111\u1ebfn 15/12)."], "line": 39, "place": "III", "start": "2026-11-15", "end": "2026-12-15", "precision": "day", "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "seminar", "title": "M\u1edf c\u00e1c bu\u1ed5i t\u1ecda \u0111\u00e0m, h\u1ed9i th\u1ea3o, l\u1edbp t\u1eadp hu\u1ea5n, chuy\u1ebfn tham quan h\u1ecdc t\u1eadp kinh nghi\u1ec7m \u0111\u1ec3 ch\u1ecb em n\u1eafm \u0111\u01b0\u1ee3c ki\u1ebfn th\u1ee9c x\u00e3 h\u1ed9i, chuy\u00ean m\u00f4n, quy\u1ec1n v\u00e0 ngh\u0129a v\u1ee5 c\u1ee7a ph\u1ee5 n\u1eef", "quote": "M\u1edf c\u00e1c bu\u1ed5i t\u1ecda \u0111\u00e0m, h\u1ed9i th\u1ea3o, l\u1edbp t\u1eadp hu\u1ea5n, chuy\u1ebfn tham quan h\u1ecdc t\u1eadp kinh nghi\u1ec7m \u0111\u1ec3 ch\u1ecb em n\u1eafm \u0111\u01b0\u1ee3c ki\u1ebfn th\u1ee9c x\u00e3 h\u1ed9i, chuy\u00ean m\u00f4n, quy\u1ec1n v\u00e0 ngh\u0129a v\u1ee5 c\u1ee7a ph\u1ee5 n\u1eef.", "quotes": ["M\u1edf c\u00e1c bu\u1ed5i t\u1ecda \u0111\u00e0m, h\u1ed9i th\u1ea3o, l\u1edbp t\u1eadp hu\u1ea5n, chuy\u1ebfn tham quan h\u1ecdc t\u1eadp kinh nghi\u1ec7m \u0111\u1ec3 ch\u1ecb em n\u1eafm \u0111\u01b0\u1ee3c ki\u1ebfn th\u1ee9c x\u00e3 h\u1ed9i, chuy\u00ean m\u00f4n, quy\u1ec1n v\u00e0 ngh\u0129a v\u1ee5 c\u1ee7a ph\u1ee5 n\u1eef."], "line": 40, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "activity", "title": "Ho\u1ea1t \u0111\u1ed9ng v\u0103n ngh\u1ec7, th\u1ec3 d\u1ee5c th\u1ec3 thao thu h\u00fat lao \u0111\u1ed9ng n\u1eef tham gia", "quote": "T\u1ed5 ch\u1ee9c ho\u1ea1t \u0111\u1ed9ng v\u0103n ngh\u1ec7, th\u1ec3 d\u1ee5c th\u1ec3 thao thu h\u00fat lao \u0111\u1ed9ng n\u1eef tham gia.", "quotes": ["T\u1ed5 ch\u1ee9c ho\u1ea1t \u0111\u1ed9ng v\u0103n ngh\u1ec7, th\u1ec3 d\u1ee5c th\u1ec3 thao thu h\u00fat lao \u0111\u1ed9ng n\u1eef tham gia."], "line": 41, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "training", "title": "X\u00e2y d\u1ef1ng quy ho\u1ea1ch, \u0111\u00e0o t\u1ea1o, b\u1ed3i d\u01b0\u1ee1ng, b\u1ed1 tr\u00ed c\u00e1n b\u1ed9 n\u1eef", "quote": "X\u00e2y d\u1ef1ng quy ho\u1ea1ch, \u0111\u00e0o t\u1ea1o, b\u1ed3i d\u01b0\u1ee1ng, b\u1ed1 tr\u00ed c\u00e1n b\u1ed9 n\u1eef;", "quotes": ["X\u00e2y d\u1ef1ng quy ho\u1ea1ch, \u0111\u00e0o t\u1ea1o, b\u1ed3i d\u01b0\u1ee1ng, b\u1ed1 tr\u00ed c\u00e1n b\u1ed9 n\u1eef;"], "line": 42, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "activity", "title": "T\u1ed5ng h\u1ee3p t\u00ecnh h\u00ecnh \u0111\u1ed9i ng\u0169 n\u1eef c\u00e1n b\u1ed9 c\u00f4ng \u0111o\u00e0n v\u00e0 \u0111\u1ec1 xu\u1ea5t ch\u00ednh s\u00e1ch v\u1ec1 c\u00f4ng t\u00e1c c\u00e1n b\u1ed9 n\u1eef", "quote": "Th\u01b0\u1eddng xuy\u00ean t\u1ed5ng h\u1ee3p t\u00ecnh h\u00ecnh \u0111\u1ed9i ng\u0169 n\u1eef c\u00e1n b\u1ed9 c\u00f4ng \u0111o\u00e0n v\u00e0 \u0111\u1ec1 xu\u1ea5t ch\u00ednh s\u00e1ch v\u1ec1 c\u00f4ng t\u00e1c c\u00e1n b\u1ed9 n\u1eef.", "quotes": ["Th\u01b0\u1eddng xuy\u00ean t\u1ed5ng h\u1ee3p t\u00ecnh h\u00ecnh \u0111\u1ed9i ng\u0169 n\u1eef c\u00e1n b\u1ed9 c\u00f4ng \u0111o\u00e0n v\u00e0 \u0111\u1ec1 xu\u1ea5t ch\u00ednh s\u00e1ch v\u1ec1 c\u00f4ng t\u00e1c c\u00e1n b\u1ed9 n\u1eef."], "line": 44, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "training", "title": "C\u1eed th\u00e0nh vi\u00ean Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef d\u1ef1 c\u00e1c kh\u00f3a b\u1ed3i d\u01b0\u1ee1ng nghi\u1ec7p v\u1ee5, k\u1ef9 n\u0103ng d\u00e0nh cho b\u00e1o c\u00e1o vi\u00ean, tuy\u00ean truy\u1ec1n vi\u00ean", "quote": "C\u1eed th\u00e0nh vi\u00ean Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef d\u1ef1 c\u00e1c kh\u00f3a b\u1ed3i d\u01b0\u1ee1ng nghi\u1ec7p v\u1ee5, k\u1ef9 n\u0103ng d\u00e0nh cho b\u00e1o c\u00e1o vi\u00ean, tuy\u00ean truy\u1ec1n vi\u00ean.", "quotes": ["C\u1eed th\u00e0nh vi\u00ean Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef d\u1ef1 c\u00e1c kh\u00f3a b\u1ed3i d\u01b0\u1ee1ng nghi\u1ec7p v\u1ee5, k\u1ef9 n\u0103ng d\u00e0nh cho b\u00e1o c\u00e1o vi\u00ean, tuy\u00ean truy\u1ec1n vi\u00ean."], "line": 45, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "seminar", "title": "H\u1ed9i th\u1ea3o chuy\u00ean \u0111\u1ec1, t\u1ecda \u0111\u00e0m l\u00e0m di\u1ec5n \u0111\u00e0n trao \u0111\u1ed5i kinh nghi\u1ec7m v\u1ec1 c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi", "quote": "T\u1ed5 ch\u1ee9c h\u1ed9i th\u1ea3o chuy\u00ean \u0111\u1ec1, t\u1ecda \u0111\u00e0m l\u00e0m di\u1ec5n \u0111\u00e0n trao \u0111\u1ed5i kinh nghi\u1ec7m v\u1ec1 c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi.", "quotes": ["T\u1ed5 ch\u1ee9c h\u1ed9i th\u1ea3o chuy\u00ean \u0111\u1ec1, t\u1ecda \u0111\u00e0m l\u00e0m di\u1ec5n \u0111\u00e0n trao \u0111\u1ed5i kinh nghi\u1ec7m v\u1ec1 c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi."], "line": 46, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "activity", "title": "R\u00e0 so\u00e1t, b\u1ed5 sung quy ch\u1ebf ho\u1ea1t \u0111\u1ed9ng c\u1ee7a Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef cho s\u00e1t t\u00ecnh h\u00ecnh th\u1ef1c t\u1ebf", "quote": "R\u00e0 so\u00e1t, b\u1ed5 sung quy ch\u1ebf ho\u1ea1t \u0111\u1ed9ng c\u1ee7a Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef cho s\u00e1t t\u00ecnh h\u00ecnh th\u1ef1c t\u1ebf.", "quotes": ["R\u00e0 so\u00e1t, b\u1ed5 sung quy ch\u1ebf ho\u1ea1t \u0111\u1ed9ng c\u1ee7a Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef cho s\u00e1t t\u00ecnh h\u00ecnh th\u1ef1c t\u1ebf."], "line": 47, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "activity", "title": "Gi\u00e1m s\u00e1t, ki\u1ec3m tra vi\u1ec7c th\u1ef1c hi\u1ec7n t\u1ea1i c\u00e1c \u0111\u01a1n v\u1ecb", "quote": "Gi\u00e1m s\u00e1t, ki\u1ec3m tra vi\u1ec7c th\u1ef1c hi\u1ec7n t\u1ea1i c\u00e1c \u0111\u01a1n v\u1ecb.", "quotes": ["Gi\u00e1m s\u00e1t, ki\u1ec3m tra vi\u1ec7c th\u1ef1c hi\u1ec7n t\u1ea1i c\u00e1c \u0111\u01a1n v\u1ecb."], "line": 48, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "review", "title": "S\u01a1 k\u1ebft, t\u1ed5ng k\u1ebft c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi v\u00e0 v\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef", "quote": "T\u1ed5 ch\u1ee9c s\u01a1 k\u1ebft, t\u1ed5ng k\u1ebft c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi v\u00e0 v\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef.", "quotes": ["T\u1ed5 ch\u1ee9c s\u01a1 k\u1ebft, t\u1ed5ng k\u1ebft c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi v\u00e0 v\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef."], "line": 49, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": ["2026-06-01", "2026-07-31"], "recurs": null}, {"kind": "award", "title": "Khen th\u01b0\u1edfng, bi\u1ec3u d\u01b0\u01a1ng k\u1ecbp th\u1eddi t\u1eadp th\u1ec3, c\u00e1 nh\u00e2n c\u00f3 th\u00e0nh t\u00edch xu\u1ea5t s\u1eafc", "quote": "Khen th\u01b0\u1edfng, bi\u1ec3u d\u01b0\u01a1ng k\u1ecbp th\u1eddi t\u1eadp th\u1ec3, c\u00e1 nh\u00e2n c\u00f3 th\u00e0nh t\u00edch xu\u1ea5t s\u1eafc.", "quotes": ["Khen th\u01b0\u1edfng, bi\u1ec3u d\u01b0\u01a1ng k\u1ecbp th\u1eddi t\u1eadp th\u1ec3, c\u00e1 nh\u00e2n c\u00f3 th\u00e0nh t\u00edch xu\u1ea5t s\u1eafc."], "line": 50, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "other", "title": "L\u1eadp d\u1ef1 to\u00e1n kinh ph\u00ed c\u00f9ng v\u1edbi k\u1ebf ho\u1ea1ch c\u00f4ng t\u00e1c theo Th\u00f4ng t\u01b0 s\u1ed1 191/2009/TT-BTC ng\u00e0y 01/10/2009 c\u1ee7a B\u1ed9 T\u00e0i ch\u00ednh", "quote": "L\u1eadp d\u1ef1 to\u00e1n kinh ph\u00ed c\u00f9ng v\u1edbi k\u1ebf ho\u1ea1ch c\u00f4ng t\u00e1c theo Th\u00f4ng t\u01b0 s\u1ed1 191/2009/TT-BTC ng\u00e0y 01/10/2009 c\u1ee7a B\u1ed9 T\u00e0i ch\u00ednh.", "quotes": ["L\u1eadp d\u1ef1 to\u00e1n kinh ph\u00ed c\u00f9ng v\u1edbi k\u1ebf ho\u1ea1ch c\u00f4ng t\u00e1c theo Th\u00f4ng t\u01b0 s\u1ed1 191/2009/TT-BTC ng\u00e0y 01/10/2009 c\u1ee7a B\u1ed9 T\u00e0i ch\u00ednh."], "line": 51, "place": "III", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "activity", "title": "\u0110\u01b0a tin tr\u00ean b\u1ea3n tin v\u00e0 trang th\u00f4ng tin \u0111i\u1ec7n t\u1eed c\u1ee7a S\u1edf", "quote": "\u0110\u01b0a tin tr\u00ean b\u1ea3n tin v\u00e0 trang th\u00f4ng tin \u0111i\u1ec7n t\u1eed c\u1ee7a S\u1edf;", "quotes": ["\u0110\u01b0a tin tr\u00ean b\u1ea3n tin v\u00e0 trang th\u00f4ng tin \u0111i\u1ec7n t\u1eed c\u1ee7a S\u1edf;"], "line": 56, "place": "IV", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "commemoration", "title": "C\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3", "quote": "l\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n, c\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3, 20/10.", "quotes": ["l\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n, c\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3, 20/10."], "line": 56, "place": "IV", "start": "2026-03-08", "end": null, "precision": "day", "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "commemoration", "title": "C\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 20/10", "quote": "l\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n, c\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3, 20/10.", "quotes": ["l\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n, c\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3, 20/10."], "line": 56, "place": "IV", "start": "2026-10-20", "end": null, "precision": "day", "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "meeting", "title": "L\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n", "quote": "l\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n, c\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3, 20/10.", "quotes": ["l\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n, c\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3, 20/10."], "line": 56, "place": "IV", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "other", "title": "C\u1ee7ng c\u1ed1, ki\u1ec7n to\u00e0n Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef v\u00e0 Ban N\u1eef c\u00f4ng \u0111\u1ec3 tham m\u01b0u t\u1ed1t cho Ban Ch\u1ea5p h\u00e0nh C\u00f4ng \u0111o\u00e0n S\u1edf", "quote": "C\u1ee7ng c\u1ed1, ki\u1ec7n to\u00e0n Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef v\u00e0 Ban N\u1eef c\u00f4ng \u0111\u1ec3 tham m\u01b0u t\u1ed1t cho Ban Ch\u1ea5p h\u00e0nh C\u00f4ng \u0111o\u00e0n S\u1edf.", "quotes": ["C\u1ee7ng c\u1ed1, ki\u1ec7n to\u00e0n Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef v\u00e0 Ban N\u1eef c\u00f4ng \u0111\u1ec3 tham m\u01b0u t\u1ed1t cho Ban Ch\u1ea5p h\u00e0nh C\u00f4ng \u0111o\u00e0n S\u1edf."], "line": 57, "place": "IV", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": null, "through": null, "hint": null, "recurs": null}, {"kind": "report", "title": "Th\u1ef1c hi\u1ec7n b\u00e1o c\u00e1o \u0111\u1ecbnh k\u1ef3 v\u1ec1 Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef t\u1ec9nh (qua S\u1edf Lao \u0111\u1ed9ng - Th\u01b0\u01a1ng binh v\u00e0 X\u00e3 h\u1ed9i) \u0111\u00fang th\u1eddi gian quy \u0111\u1ecbnh", "quote": "Th\u1ef1c hi\u1ec7n b\u00e1o c\u00e1o \u0111\u1ecbnh k\u1ef3 v\u1ec1 Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef t\u1ec9nh (qua S\u1edf Lao \u0111\u1ed9ng - Th\u01b0\u01a1ng binh v\u00e0 X\u00e3 h\u1ed9i) \u0111\u00fang th\u1eddi gian quy \u0111\u1ecbnh.", "quotes": ["Th\u1ef1c hi\u1ec7n b\u00e1o c\u00e1o \u0111\u1ecbnh k\u1ef3 v\u1ec1 Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef t\u1ec9nh (qua S\u1edf Lao \u0111\u1ed9ng - Th\u01b0\u01a1ng binh v\u00e0 X\u00e3 h\u1ed9i) \u0111\u00fang th\u1eddi gian quy \u0111\u1ecbnh."], "line": 58, "place": "IV", "start": null, "end": null, "precision": null, "deadline": false, "frequency": null, "time": null, "end_time": null, "session": null, "feast": null, "audience": null, "venue": null, "in_charge": null, "partners": null, "report_to": "Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef t\u1ec9nh", "through": "S\u1edf Lao \u0111\u1ed9ng - Th\u01b0\u01a1ng binh v\u00e0 X\u00e3 h\u1ed9i", "hint": null, "recurs": null}]}', '2026-11-24 01:00:00+00', 'demo', 1, NULL);
INSERT INTO public.proposal VALUES (1, 1, 0, 'activity', 'Phổ biến các văn bản của trung ương và của tỉnh về bình đẳng giới', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Phổ biến các văn bản của trung ương và của tỉnh về bình đẳng giới: Chương trình hành động quốc gia giai đoạn 2016-2020;', '["Ph\u1ed5 bi\u1ebfn c\u00e1c v\u0103n b\u1ea3n c\u1ee7a trung \u01b0\u01a1ng v\u00e0 c\u1ee7a t\u1ec9nh v\u1ec1 b\u00ecnh \u0111\u1eb3ng gi\u1edbi: Ch\u01b0\u01a1ng tr\u00ecnh h\u00e0nh \u0111\u1ed9ng qu\u1ed1c gia giai \u0111o\u1ea1n 2016-2020;"]', 37, 'III', '', '', '', '', '', '', 0, '', NULL, '', NULL, NULL, NULL, NULL);
INSERT INTO public.proposal VALUES (7, 1, 6, 'training', 'Xây dựng quy hoạch, đào tạo, bồi dưỡng, bố trí cán bộ nữ', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Xây dựng quy hoạch, đào tạo, bồi dưỡng, bố trí cán bộ nữ;', '["X\u00e2y d\u1ef1ng quy ho\u1ea1ch, \u0111\u00e0o t\u1ea1o, b\u1ed3i d\u01b0\u1ee1ng, b\u1ed1 tr\u00ed c\u00e1n b\u1ed9 n\u1eef;"]', 42, 'III', '', '', '', '', '', '', 5, '', NULL, '', NULL, NULL, NULL, NULL);
INSERT INTO public.proposal VALUES (8, 1, 7, 'activity', 'Tổng hợp tình hình đội ngũ nữ cán bộ công đoàn và đề xuất chính sách về công tác cán bộ nữ', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Thường xuyên tổng hợp tình hình đội ngũ nữ cán bộ công đoàn và đề xuất chính sách về công tác cán bộ nữ.', '["Th\u01b0\u1eddng xuy\u00ean t\u1ed5ng h\u1ee3p t\u00ecnh h\u00ecnh \u0111\u1ed9i ng\u0169 n\u1eef c\u00e1n b\u1ed9 c\u00f4ng \u0111o\u00e0n v\u00e0 \u0111\u1ec1 xu\u1ea5t ch\u00ednh s\u00e1ch v\u1ec1 c\u00f4ng t\u00e1c c\u00e1n b\u1ed9 n\u1eef."]', 44, 'III', '', '', '', '', '', '', 8, '', NULL, '', NULL, NULL, NULL, NULL);
INSERT INTO public.proposal VALUES (15, 1, 14, 'other', 'Lập dự toán kinh phí cùng với kế hoạch công tác theo Thông tư số 191/2009/TT-BTC ngày 01/10/2009 của Bộ Tài chính', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Lập dự toán kinh phí cùng với kế hoạch công tác theo Thông tư số 191/2009/TT-BTC ngày 01/10/2009 của Bộ Tài chính.', '["L\u1eadp d\u1ef1 to\u00e1n kinh ph\u00ed c\u00f9ng v\u1edbi k\u1ebf ho\u1ea1ch c\u00f4ng t\u00e1c theo Th\u00f4ng t\u01b0 s\u1ed1 191/2009/TT-BTC ng\u00e0y 01/10/2009 c\u1ee7a B\u1ed9 T\u00e0i ch\u00ednh."]', 51, 'III', '', '', '', '', '', '', 15, '', NULL, '', NULL, NULL, NULL, NULL);
INSERT INTO public.proposal VALUES (16, 1, 15, 'activity', 'Đưa tin trên bản tin và trang thông tin điện tử của Sở', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Đưa tin trên bản tin và trang thông tin điện tử của Sở;', '["\u0110\u01b0a tin tr\u00ean b\u1ea3n tin v\u00e0 trang th\u00f4ng tin \u0111i\u1ec7n t\u1eed c\u1ee7a S\u1edf;"]', 56, 'IV', '', '', '', '', '', '', 17, '', NULL, '', NULL, NULL, NULL, NULL);
INSERT INTO public.proposal VALUES (19, 1, 18, 'meeting', 'Lồng ghép trong các cuộc họp công đoàn', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'lồng ghép trong các cuộc họp công đoàn, các buổi sinh hoạt kỷ niệm 8/3, 20/10.', '["l\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n, c\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3, 20/10."]', 56, 'IV', '', '', '', '', '', '', 18, '', NULL, '', NULL, NULL, NULL, NULL);
INSERT INTO public.proposal VALUES (20, 1, 19, 'other', 'Củng cố, kiện toàn Ban Vì sự tiến bộ của phụ nữ và Ban Nữ công để tham mưu tốt cho Ban Chấp hành Công đoàn Sở', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Củng cố, kiện toàn Ban Vì sự tiến bộ của phụ nữ và Ban Nữ công để tham mưu tốt cho Ban Chấp hành Công đoàn Sở.', '["C\u1ee7ng c\u1ed1, ki\u1ec7n to\u00e0n Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef v\u00e0 Ban N\u1eef c\u00f4ng \u0111\u1ec3 tham m\u01b0u t\u1ed1t cho Ban Ch\u1ea5p h\u00e0nh C\u00f4ng \u0111o\u00e0n S\u1edf."]', 57, 'IV', '', '', '', '', '', '', 19, '', NULL, '', NULL, NULL, NULL, NULL);
INSERT INTO public.proposal VALUES (2, 1, 1, 'activity', 'Truyền thông về chăm sóc sức khỏe phụ nữ và kế hoạch hóa gia đình', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Truyền thông về chăm sóc sức khỏe phụ nữ và kế hoạch hóa gia đình, nhằm thay đổi nhận thức và thói quen của cán bộ, CNVCLĐ.', '["Truy\u1ec1n th\u00f4ng v\u1ec1 ch\u0103m s\u00f3c s\u1ee9c kh\u1ecfe ph\u1ee5 n\u1eef v\u00e0 k\u1ebf ho\u1ea1ch h\u00f3a gia \u0111\u00ecnh, nh\u1eb1m thay \u0111\u1ed5i nh\u1eadn th\u1ee9c v\u00e0 th\u00f3i quen c\u1ee7a c\u00e1n b\u1ed9, CNVCL\u0110."]', 38, 'III', '', '', '', '', '', '', 1, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 19, NULL, 19);
INSERT INTO public.proposal VALUES (3, 1, 2, 'campaign', 'Tháng hành động phòng, chống bạo lực gia đình', '2026-06-01', '2026-06-30', 'month', false, '', NULL, NULL, NULL, NULL, 'Tổ chức Tháng hành động phòng, chống bạo lực gia đình (tháng 6) và Tháng hành động vì bình đẳng giới, phòng chống bạo lực trên cơ sở giới (từ 15/11 đến 15/12).', '["T\u1ed5 ch\u1ee9c Th\u00e1ng h\u00e0nh \u0111\u1ed9ng ph\u00f2ng, ch\u1ed1ng b\u1ea1o l\u1ef1c gia \u0111\u00ecnh (th\u00e1ng 6) v\u00e0 Th\u00e1ng h\u00e0nh \u0111\u1ed9ng v\u00ec b\u00ecnh \u0111\u1eb3ng gi\u1edbi, ph\u00f2ng ch\u1ed1ng b\u1ea1o l\u1ef1c tr\u00ean c\u01a1 s\u1edf gi\u1edbi (t\u1eeb 15/11 \u0111\u1ebfn 15/12)."]', 39, 'III', '', '', '', '', '', '', 2, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 2, NULL, 2);
INSERT INTO public.proposal VALUES (4, 1, 3, 'campaign', 'Tháng hành động vì bình đẳng giới, phòng chống bạo lực trên cơ sở giới', '2026-11-15', '2026-12-15', 'day', false, '', NULL, NULL, NULL, NULL, 'Tổ chức Tháng hành động phòng, chống bạo lực gia đình (tháng 6) và Tháng hành động vì bình đẳng giới, phòng chống bạo lực trên cơ sở giới (từ 15/11 đến 15/12).', '["T\u1ed5 ch\u1ee9c Th\u00e1ng h\u00e0nh \u0111\u1ed9ng ph\u00f2ng, ch\u1ed1ng b\u1ea1o l\u1ef1c gia \u0111\u00ecnh (th\u00e1ng 6) v\u00e0 Th\u00e1ng h\u00e0nh \u0111\u1ed9ng v\u00ec b\u00ecnh \u0111\u1eb3ng gi\u1edbi, ph\u00f2ng ch\u1ed1ng b\u1ea1o l\u1ef1c tr\u00ean c\u01a1 s\u1edf gi\u1edbi (t\u1eeb 15/11 \u0111\u1ebfn 15/12)."]', 39, 'III', '', '', '', '', '', '', 2, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 3, NULL, 3);
INSERT INTO public.proposal VALUES (5, 1, 4, 'seminar', 'Mở các buổi tọa đàm, hội thảo, lớp tập huấn, chuyến tham quan học tập kinh nghiệm để chị em nắm được kiến thức xã hội, chuyên môn, quyền và nghĩa vụ của phụ nữ', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Mở các buổi tọa đàm, hội thảo, lớp tập huấn, chuyến tham quan học tập kinh nghiệm để chị em nắm được kiến thức xã hội, chuyên môn, quyền và nghĩa vụ của phụ nữ.', '["M\u1edf c\u00e1c bu\u1ed5i t\u1ecda \u0111\u00e0m, h\u1ed9i th\u1ea3o, l\u1edbp t\u1eadp hu\u1ea5n, chuy\u1ebfn tham quan h\u1ecdc t\u1eadp kinh nghi\u1ec7m \u0111\u1ec3 ch\u1ecb em n\u1eafm \u0111\u01b0\u1ee3c ki\u1ebfn th\u1ee9c x\u00e3 h\u1ed9i, chuy\u00ean m\u00f4n, quy\u1ec1n v\u00e0 ngh\u0129a v\u1ee5 c\u1ee7a ph\u1ee5 n\u1eef."]', 40, 'III', '', '', '', '', '', '', 3, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 17, NULL, 17);
INSERT INTO public.proposal VALUES (6, 1, 5, 'activity', 'Hoạt động văn nghệ, thể dục thể thao thu hút lao động nữ tham gia', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Tổ chức hoạt động văn nghệ, thể dục thể thao thu hút lao động nữ tham gia.', '["T\u1ed5 ch\u1ee9c ho\u1ea1t \u0111\u1ed9ng v\u0103n ngh\u1ec7, th\u1ec3 d\u1ee5c th\u1ec3 thao thu h\u00fat lao \u0111\u1ed9ng n\u1eef tham gia."]', 41, 'III', '', '', '', '', '', '', 4, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 16, NULL, 16);
INSERT INTO public.proposal VALUES (9, 1, 8, 'training', 'Cử thành viên Ban Vì sự tiến bộ của phụ nữ dự các khóa bồi dưỡng nghiệp vụ, kỹ năng dành cho báo cáo viên, tuyên truyền viên', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Cử thành viên Ban Vì sự tiến bộ của phụ nữ dự các khóa bồi dưỡng nghiệp vụ, kỹ năng dành cho báo cáo viên, tuyên truyền viên.', '["C\u1eed th\u00e0nh vi\u00ean Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef d\u1ef1 c\u00e1c kh\u00f3a b\u1ed3i d\u01b0\u1ee1ng nghi\u1ec7p v\u1ee5, k\u1ef9 n\u0103ng d\u00e0nh cho b\u00e1o c\u00e1o vi\u00ean, tuy\u00ean truy\u1ec1n vi\u00ean."]', 45, 'III', '', '', '', '', '', '', 9, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 24, NULL, 24);
INSERT INTO public.proposal VALUES (10, 1, 9, 'seminar', 'Hội thảo chuyên đề, tọa đàm làm diễn đàn trao đổi kinh nghiệm về công tác bình đẳng giới', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Tổ chức hội thảo chuyên đề, tọa đàm làm diễn đàn trao đổi kinh nghiệm về công tác bình đẳng giới.', '["T\u1ed5 ch\u1ee9c h\u1ed9i th\u1ea3o chuy\u00ean \u0111\u1ec1, t\u1ecda \u0111\u00e0m l\u00e0m di\u1ec5n \u0111\u00e0n trao \u0111\u1ed5i kinh nghi\u1ec7m v\u1ec1 c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi."]', 46, 'III', '', '', '', '', '', '', 10, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 18, NULL, 18);
INSERT INTO public.proposal VALUES (11, 1, 10, 'activity', 'Rà soát, bổ sung quy chế hoạt động của Ban Vì sự tiến bộ của phụ nữ cho sát tình hình thực tế', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Rà soát, bổ sung quy chế hoạt động của Ban Vì sự tiến bộ của phụ nữ cho sát tình hình thực tế.', '["R\u00e0 so\u00e1t, b\u1ed5 sung quy ch\u1ebf ho\u1ea1t \u0111\u1ed9ng c\u1ee7a Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef cho s\u00e1t t\u00ecnh h\u00ecnh th\u1ef1c t\u1ebf."]', 47, 'III', '', '', '', '', '', '', 11, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 38, NULL, 38);
INSERT INTO public.proposal VALUES (12, 1, 11, 'activity', 'Giám sát, kiểm tra việc thực hiện tại các đơn vị', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Giám sát, kiểm tra việc thực hiện tại các đơn vị.', '["Gi\u00e1m s\u00e1t, ki\u1ec3m tra vi\u1ec7c th\u1ef1c hi\u1ec7n t\u1ea1i c\u00e1c \u0111\u01a1n v\u1ecb."]', 48, 'III', '', '', '', '', '', '', 12, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 37, NULL, 37);
INSERT INTO public.proposal VALUES (13, 1, 12, 'review', 'Sơ kết, tổng kết công tác bình đẳng giới và vì sự tiến bộ của phụ nữ', NULL, NULL, '', false, '', NULL, NULL, '2026-06-01', '2026-07-31', 'Tổ chức sơ kết, tổng kết công tác bình đẳng giới và vì sự tiến bộ của phụ nữ.', '["T\u1ed5 ch\u1ee9c s\u01a1 k\u1ebft, t\u1ed5ng k\u1ebft c\u00f4ng t\u00e1c b\u00ecnh \u0111\u1eb3ng gi\u1edbi v\u00e0 v\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef."]', 49, 'III', '', '', '', '', '', '', 13, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 27, NULL, 27);
INSERT INTO public.proposal VALUES (14, 1, 13, 'award', 'Khen thưởng, biểu dương kịp thời tập thể, cá nhân có thành tích xuất sắc', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Khen thưởng, biểu dương kịp thời tập thể, cá nhân có thành tích xuất sắc.', '["Khen th\u01b0\u1edfng, bi\u1ec3u d\u01b0\u01a1ng k\u1ecbp th\u1eddi t\u1eadp th\u1ec3, c\u00e1 nh\u00e2n c\u00f3 th\u00e0nh t\u00edch xu\u1ea5t s\u1eafc."]', 50, 'III', '', '', '', '', '', '', 14, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 29, NULL, 29);
INSERT INTO public.proposal VALUES (17, 1, 16, 'commemoration', 'Các buổi sinh hoạt kỷ niệm 8/3', '2026-03-08', NULL, 'day', false, '', NULL, NULL, NULL, NULL, 'lồng ghép trong các cuộc họp công đoàn, các buổi sinh hoạt kỷ niệm 8/3, 20/10.', '["l\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n, c\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3, 20/10."]', 56, 'IV', '', '', '', '', '', '', 18, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 4, NULL, 4);
INSERT INTO public.proposal VALUES (18, 1, 17, 'commemoration', 'Các buổi sinh hoạt kỷ niệm 20/10', '2026-10-20', NULL, 'day', false, '', NULL, NULL, NULL, NULL, 'lồng ghép trong các cuộc họp công đoàn, các buổi sinh hoạt kỷ niệm 8/3, 20/10.', '["l\u1ed3ng gh\u00e9p trong c\u00e1c cu\u1ed9c h\u1ecdp c\u00f4ng \u0111o\u00e0n, c\u00e1c bu\u1ed5i sinh ho\u1ea1t k\u1ef7 ni\u1ec7m 8/3, 20/10."]', 56, 'IV', '', '', '', '', '', '', 18, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 9, NULL, 9);
INSERT INTO public.proposal VALUES (21, 1, 20, 'report', 'Thực hiện báo cáo định kỳ về Ban Vì sự tiến bộ của phụ nữ tỉnh (qua Sở Lao động - Thương binh và Xã hội) đúng thời gian quy định', NULL, NULL, '', false, '', NULL, NULL, NULL, NULL, 'Thực hiện báo cáo định kỳ về Ban Vì sự tiến bộ của phụ nữ tỉnh (qua Sở Lao động - Thương binh và Xã hội) đúng thời gian quy định.', '["Th\u1ef1c hi\u1ec7n b\u00e1o c\u00e1o \u0111\u1ecbnh k\u1ef3 v\u1ec1 Ban V\u00ec s\u1ef1 ti\u1ebfn b\u1ed9 c\u1ee7a ph\u1ee5 n\u1eef t\u1ec9nh (qua S\u1edf Lao \u0111\u1ed9ng - Th\u01b0\u01a1ng binh v\u00e0 X\u00e3 h\u1ed9i) \u0111\u00fang th\u1eddi gian quy \u0111\u1ecbnh."]', 58, 'IV', '', '', '', '', 'Ban Vì sự tiến bộ của phụ nữ tỉnh', 'Sở Lao động - Thương binh và Xã hội', 20, 'accepted', '2026-11-24 01:00:00+00', 'demo', NULL, 31, NULL, 31);
INSERT INTO public.reminder VALUES (1, 11, '3 working days before', 'audience', 'reminder', '2027-03-03 01:00:00+00', '2027-03-08 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (2, 12, '3 working days before', 'audience', 'reminder', '2028-03-03 01:00:00+00', '2028-03-08 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (3, 14, '3 working days before', 'audience', 'reminder', '2027-03-10 01:00:00+00', '2027-03-13 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (4, 15, '3 working days before', 'audience', 'reminder', '2028-02-25 01:00:00+00', '2028-03-01 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (5, 17, '3 working days before', 'audience', 'reminder', '2027-03-17 01:00:00+00', '2027-03-20 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (6, 18, '3 working days before', 'audience', 'reminder', '2028-03-15 01:00:00+00', '2028-03-20 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (7, 20, '3 working days before', 'audience', 'reminder', '2027-06-23 01:00:00+00', '2027-06-28 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (8, 21, '3 working days before', 'audience', 'reminder', '2028-06-23 01:00:00+00', '2028-06-28 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (9, 23, '3 working days before', 'audience', 'reminder', '2027-10-06 01:00:00+00', '2027-10-11 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (10, 24, '3 working days before', 'audience', 'reminder', '2028-10-06 01:00:00+00', '2028-10-11 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (11, 26, '3 working days before', 'audience', 'reminder', '2027-10-15 01:00:00+00', '2027-10-20 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (12, 27, '3 working days before', 'audience', 'reminder', '2028-10-17 01:00:00+00', '2028-10-20 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (13, 29, '3 working days before', 'audience', 'reminder', '2027-11-04 01:00:00+00', '2027-11-09 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (14, 30, '3 working days before', 'audience', 'reminder', '2028-11-06 01:00:00+00', '2028-11-09 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (15, 32, '3 working days before', 'audience', 'reminder', '2027-11-19 01:00:00+00', '2027-11-25 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (16, 33, '3 working days before', 'audience', 'reminder', '2028-11-21 01:00:00+00', '2028-11-25 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (18, 52, '2 working days before', 'audience', 'reminder', '2027-01-19 01:00:00+00', '2027-01-21 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (19, 52, '2 hours before', 'audience', 'reminder', '2027-01-20 23:00:00+00', '2027-01-21 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (20, 53, '2 working days before', 'audience', 'reminder', '2027-04-13 01:00:00+00', '2027-04-15 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (21, 53, '2 hours before', 'audience', 'reminder', '2027-04-14 23:00:00+00', '2027-04-15 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (22, 54, '2 working days before', 'audience', 'reminder', '2027-07-13 01:00:00+00', '2027-07-15 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (23, 54, '2 hours before', 'audience', 'reminder', '2027-07-14 23:00:00+00', '2027-07-15 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (24, 55, '2 working days before', 'audience', 'reminder', '2027-10-19 01:00:00+00', '2027-10-21 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (25, 55, '2 hours before', 'audience', 'reminder', '2027-10-20 23:00:00+00', '2027-10-21 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (26, 56, '2 working days before', 'audience', 'reminder', '2028-01-18 01:00:00+00', '2028-01-20 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (27, 56, '2 hours before', 'audience', 'reminder', '2028-01-19 23:00:00+00', '2028-01-20 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (28, 57, '2 working days before', 'audience', 'reminder', '2028-04-18 01:00:00+00', '2028-04-20 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (29, 57, '2 hours before', 'audience', 'reminder', '2028-04-19 23:00:00+00', '2028-04-20 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (30, 58, '2 working days before', 'audience', 'reminder', '2028-07-18 01:00:00+00', '2028-07-20 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (31, 58, '2 hours before', 'audience', 'reminder', '2028-07-19 23:00:00+00', '2028-07-20 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (32, 59, '2 working days before', 'audience', 'reminder', '2028-10-17 01:00:00+00', '2028-10-19 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (33, 59, '2 hours before', 'audience', 'reminder', '2028-10-18 23:00:00+00', '2028-10-19 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (35, 61, '1 working day before at 14:00', 'audience', 'reminder', '2026-12-16 07:00:00+00', '2026-12-17 01:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (43, 68, '3 working days before', 'audience', 'reminder', '2026-12-16 01:00:00+00', '2026-12-21 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (44, 68, '1 working day before', 'audience', 'reminder', '2026-12-18 01:00:00+00', '2026-12-21 17:00:00+00', '2026-11-24 01:00:00+00', NULL, NULL);
INSERT INTO public.reminder VALUES (45, 69, '2 hours before', 'audience', 'reminder', '2026-11-24 01:01:00+00', '2026-11-24 03:01:00+00', '2026-11-24 01:00:00+00', '2026-12-14 01:00:00+00', NULL);
INSERT INTO public.reminder VALUES (17, 43, '1 working day before at 14:00', 'audience', 'reminder', '2026-11-25 07:00:00+00', '2026-11-26 07:00:00+00', '2026-11-24 01:00:00+00', '2026-12-14 01:00:00+00', NULL);
INSERT INTO public.reminder VALUES (36, 62, '5 working days before', 'audience', 'reminder', '2026-11-26 01:00:00+00', '2026-12-03 07:00:00+00', '2026-11-24 01:00:00+00', '2026-12-14 01:00:00+00', NULL);
INSERT INTO public.reminder VALUES (39, 67, '10 working days before', 'audience', 'reminder', '2026-11-26 01:00:00+00', '2026-12-10 17:00:00+00', '2026-11-24 01:00:00+00', '2026-12-14 01:00:00+00', NULL);
INSERT INTO public.reminder VALUES (37, 66, '3 working days before', 'audience', 'reminder', '2026-12-01 01:00:00+00', '2026-12-04 17:00:00+00', '2026-11-24 01:00:00+00', '2026-12-14 01:00:00+00', NULL);
INSERT INTO public.reminder VALUES (38, 66, '1 working day before', 'audience', 'reminder', '2026-12-03 01:00:00+00', '2026-12-04 17:00:00+00', '2026-11-24 01:00:00+00', '2026-12-14 01:00:00+00', NULL);
INSERT INTO public.reminder VALUES (40, 67, '3 working days before', 'audience', 'reminder', '2026-12-07 01:00:00+00', '2026-12-10 17:00:00+00', '2026-11-24 01:00:00+00', '2026-12-14 01:00:00+00', NULL);
INSERT INTO public.reminder VALUES (42, 68, '10 working days before', 'audience', 'reminder', '2026-12-07 01:00:00+00', '2026-12-21 17:00:00+00', '2026-11-24 01:00:00+00', '2026-12-14 01:00:00+00', NULL);
INSERT INTO public.reminder VALUES (41, 67, '1 working day before', 'audience', 'reminder', '2026-12-09 01:00:00+00', '2026-12-10 17:00:00+00', '2026-11-24 01:00:00+00', '2026-12-14 01:00:00+00', NULL);
INSERT INTO public.reminder VALUES (34, 61, '5 working days before', 'audience', 'reminder', '2026-12-10 01:00:00+00', '2026-12-17 01:00:00+00', '2026-11-24 01:00:00+00', '2026-12-14 01:00:00+00', NULL);
INSERT INTO public.reminder_rule VALUES (1, 40, NULL, '2 hours before', 'audience', 'reminder');
INSERT INTO public.revision VALUES (1, 37, '2026-11-24 01:00:00+00', 'b1380c30');
INSERT INTO public.room VALUES (1, 'Hội trường tầng 2', 120, '', '', '2026-11-24 01:00:00+00', 'hoi truong tang 2');
INSERT INTO public.room VALUES (2, 'Phòng họp số 1', 20, '', '', '2026-11-24 01:00:00+00', 'phong hop so 1');
INSERT INTO public.target VALUES (1, 1, NULL, 0, 'cán bộ, đảng viên, công chức, viên chức và người lao động chấp hành đúng chủ trương của Đảng, pháp luật của Nhà nước về bình đẳng giới', '=', 100.0000, '%');
INSERT INTO public.target VALUES (2, 1, NULL, 1, 'Tỷ lệ nữ trong Ban Chấp hành Đảng ủy, Ban Chấp hành Công đoàn và chi ủy các cấp', '≥', 15.0000, '%');
INSERT INTO public.target VALUES (3, 1, NULL, 2, 'nữ cán bộ thuộc diện quy hoạch có trình độ trung cấp lý luận chính trị', '=', 100.0000, '%');
INSERT INTO public.target VALUES (4, 1, NULL, 3, 'cán bộ công đoàn chủ chốt, cán bộ nữ công được tập huấn kiến thức về bình đẳng giới', '=', 100.0000, '%');
INSERT INTO public."user" VALUES (1, 'Nguyễn Thị Thu Trang', 'trang@example.org', 'trang@example.org', 'ADMINISTRATOR', false, 'vi', NULL, NULL, NULL, NULL, 0, NULL, '2026-11-24 01:00:00+00', 'demo', NULL, '', NULL);
SELECT pg_catalog.setval('public.account_mail_id_seq', 1, false);
SELECT pg_catalog.setval('public.attendance_id_seq', 1, false);
SELECT pg_catalog.setval('public.beat_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_id_seq', 1, false);
SELECT pg_catalog.setval('public.channel_id_seq', 1, false);
SELECT pg_catalog.setval('public.duty_id_seq', 22, true);
SELECT pg_catalog.setval('public.event_id_seq', 40, true);
SELECT pg_catalog.setval('public.feed_token_id_seq', 1, false);
SELECT pg_catalog.setval('public.group_id_seq', 9, true);
SELECT pg_catalog.setval('public.history_id_seq', 15, true);
SELECT pg_catalog.setval('public.holiday_id_seq', 60, true);
SELECT pg_catalog.setval('public.import_id_seq', 1, false);
SELECT pg_catalog.setval('public.legal_basis_id_seq', 4, true);
SELECT pg_catalog.setval('public.letter_id_seq', 1, false);
SELECT pg_catalog.setval('public.mail_text_id_seq', 1, false);
SELECT pg_catalog.setval('public.member_id_seq', 60, true);
SELECT pg_catalog.setval('public.message_id_seq', 330, true);
SELECT pg_catalog.setval('public.notice_id_seq', 1, false);
SELECT pg_catalog.setval('public.occurrence_id_seq', 69, true);
SELECT pg_catalog.setval('public.one_time_link_id_seq', 1, true);
SELECT pg_catalog.setval('public.plan_id_seq', 1, true);
SELECT pg_catalog.setval('public.plan_reading_id_seq', 1, true);
SELECT pg_catalog.setval('public.proposal_id_seq', 21, true);
SELECT pg_catalog.setval('public.recovery_code_id_seq', 1, false);
SELECT pg_catalog.setval('public.reminder_id_seq', 45, true);
SELECT pg_catalog.setval('public.reminder_rule_id_seq', 1, true);
SELECT pg_catalog.setval('public.response_id_seq', 1, false);
SELECT pg_catalog.setval('public.revision_id_seq', 1, false);
SELECT pg_catalog.setval('public.room_id_seq', 2, true);
SELECT pg_catalog.setval('public.sign_in_id_seq', 1, false);
SELECT pg_catalog.setval('public.target_id_seq', 4, true);
SELECT pg_catalog.setval('public.target_value_id_seq', 1, false);
SELECT pg_catalog.setval('public.throttle_id_seq', 1, false);
SELECT pg_catalog.setval('public.user_id_seq', 1, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.account_mail
    ADD CONSTRAINT pk_account_mail PRIMARY KEY (id);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT pk_attendance PRIMARY KEY (id);
ALTER TABLE ONLY public.audience_group
    ADD CONSTRAINT pk_audience_group PRIMARY KEY (event_id, group_id);
ALTER TABLE ONLY public.audience_member
    ADD CONSTRAINT pk_audience_member PRIMARY KEY (event_id, member_id);
ALTER TABLE ONLY public.beat
    ADD CONSTRAINT pk_beat PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar
    ADD CONSTRAINT pk_calendar PRIMARY KEY (id);
ALTER TABLE ONLY public.channel
    ADD CONSTRAINT pk_channel PRIMARY KEY (id);
ALTER TABLE ONLY public.duty
    ADD CONSTRAINT pk_duty PRIMARY KEY (id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT pk_event PRIMARY KEY (id);
ALTER TABLE ONLY public.feed_token
    ADD CONSTRAINT pk_feed_token PRIMARY KEY (id);
ALTER TABLE ONLY public."group"
    ADD CONSTRAINT pk_group PRIMARY KEY (id);
ALTER TABLE ONLY public.history
    ADD CONSTRAINT pk_history PRIMARY KEY (id);
ALTER TABLE ONLY public.holiday
    ADD CONSTRAINT pk_holiday PRIMARY KEY (id);
ALTER TABLE ONLY public.import
    ADD CONSTRAINT pk_import PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_basis
    ADD CONSTRAINT pk_legal_basis PRIMARY KEY (id);
ALTER TABLE ONLY public.letter
    ADD CONSTRAINT pk_letter PRIMARY KEY (id);
ALTER TABLE ONLY public.mail_text
    ADD CONSTRAINT pk_mail_text PRIMARY KEY (id);
ALTER TABLE ONLY public.member
    ADD CONSTRAINT pk_member PRIMARY KEY (id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT pk_membership PRIMARY KEY (group_id, member_id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT pk_message PRIMARY KEY (id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT pk_notice PRIMARY KEY (id);
ALTER TABLE ONLY public.occurrence
    ADD CONSTRAINT pk_occurrence PRIMARY KEY (id);
ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT pk_one_time_link PRIMARY KEY (id);
ALTER TABLE ONLY public.outdated
    ADD CONSTRAINT pk_outdated PRIMARY KEY (event_id);
ALTER TABLE ONLY public.plan
    ADD CONSTRAINT pk_plan PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_reading
    ADD CONSTRAINT pk_plan_reading PRIMARY KEY (id);
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT pk_proposal PRIMARY KEY (id);
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT pk_recovery_code PRIMARY KEY (id);
ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT pk_reminder PRIMARY KEY (id);
ALTER TABLE ONLY public.reminder_rule
    ADD CONSTRAINT pk_reminder_rule PRIMARY KEY (id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT pk_response PRIMARY KEY (id);
ALTER TABLE ONLY public.revision
    ADD CONSTRAINT pk_revision PRIMARY KEY (id);
ALTER TABLE ONLY public.room
    ADD CONSTRAINT pk_room PRIMARY KEY (id);
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT pk_sign_in PRIMARY KEY (id);
ALTER TABLE ONLY public.target
    ADD CONSTRAINT pk_target PRIMARY KEY (id);
ALTER TABLE ONLY public.target_value
    ADD CONSTRAINT pk_target_value PRIMARY KEY (id);
ALTER TABLE ONLY public.throttle
    ADD CONSTRAINT pk_throttle PRIMARY KEY (id);
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT pk_user PRIMARY KEY (id);
ALTER TABLE ONLY public.user_group
    ADD CONSTRAINT pk_user_group PRIMARY KEY (user_id, group_id);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT uq_attendance_occurrence_id_member_id UNIQUE (occurrence_id, member_id);
ALTER TABLE ONLY public.beat
    ADD CONSTRAINT uq_beat_name UNIQUE (name);
ALTER TABLE ONLY public.calendar
    ADD CONSTRAINT uq_calendar_slug UNIQUE (slug);
ALTER TABLE ONLY public.channel
    ADD CONSTRAINT uq_channel_name UNIQUE (name);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_rolled_from_id UNIQUE (rolled_from_id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_uid UNIQUE (uid);
ALTER TABLE ONLY public.feed_token
    ADD CONSTRAINT uq_feed_token_digest UNIQUE (digest);
ALTER TABLE ONLY public."group"
    ADD CONSTRAINT uq_group_name UNIQUE (name);
ALTER TABLE ONLY public."group"
    ADD CONSTRAINT uq_group_slug UNIQUE (slug);
ALTER TABLE ONLY public.holiday
    ADD CONSTRAINT uq_holiday_day UNIQUE (day);
ALTER TABLE ONLY public.letter
    ADD CONSTRAINT uq_letter_notice_id_language_edition UNIQUE (notice_id, language, edition);
ALTER TABLE ONLY public.letter
    ADD CONSTRAINT uq_letter_reminder_id_language_edition UNIQUE (reminder_id, language, edition);
ALTER TABLE ONLY public.mail_text
    ADD CONSTRAINT uq_mail_text_kind_language UNIQUE (kind, language);
ALTER TABLE ONLY public.member
    ADD CONSTRAINT uq_member_address_key UNIQUE (address_key);
ALTER TABLE ONLY public.occurrence
    ADD CONSTRAINT uq_occurrence_event_id_original_day UNIQUE (event_id, original_day);
ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT uq_one_time_link_digest UNIQUE (digest);
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT uq_recovery_code_user_id_digest UNIQUE (user_id, digest);
ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT uq_reminder_occurrence_id_lead_recipients_due_at UNIQUE (occurrence_id, lead, recipients, due_at);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT uq_response_occurrence_id_member_id UNIQUE (occurrence_id, member_id);
ALTER TABLE ONLY public.room
    ADD CONSTRAINT uq_room_name UNIQUE (name);
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT uq_sign_in_digest UNIQUE (digest);
ALTER TABLE ONLY public.throttle
    ADD CONSTRAINT uq_throttle_key UNIQUE (key);
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT uq_user_address_key UNIQUE (address_key);
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT uq_user_oidc_subject UNIQUE (oidc_subject);
CREATE INDEX ix_account_mail_link_id ON public.account_mail USING btree (link_id);
CREATE INDEX ix_account_mail_pending ON public.account_mail USING btree (settled_at, next_at);
CREATE INDEX ix_account_mail_user_id ON public.account_mail USING btree (user_id);
CREATE INDEX ix_attendance_member_id ON public.attendance USING btree (member_id);
CREATE INDEX ix_audience_group_group_id ON public.audience_group USING btree (group_id);
CREATE INDEX ix_audience_member_member_id ON public.audience_member USING btree (member_id);
CREATE INDEX ix_duty_plan_id ON public.duty USING btree (plan_id);
CREATE INDEX ix_event_duty_id ON public.event USING btree (duty_id);
CREATE INDEX ix_event_part_of_id ON public.event USING btree (part_of_id);
CREATE INDEX ix_event_room_id ON public.event USING btree (room_id);
CREATE INDEX ix_feed_token_member_id ON public.feed_token USING btree (member_id);
CREATE INDEX ix_history_subject ON public.history USING btree (subject_type, subject_id);
CREATE INDEX ix_import_confirmed_at ON public.import USING btree (confirmed_at);
CREATE INDEX ix_import_user_id ON public.import USING btree (user_id);
CREATE INDEX ix_legal_basis_plan_id ON public.legal_basis USING btree (plan_id);
CREATE INDEX ix_member_sort_key ON public.member USING btree (sort_key, id);
CREATE INDEX ix_member_unit_id ON public.member USING btree (unit_id);
CREATE INDEX ix_membership_member_id ON public.membership USING btree (member_id);
CREATE INDEX ix_message_exception ON public.message USING btree (result, id) WHERE ((result)::text <> 'sent'::text);
CREATE INDEX ix_message_member_id ON public.message USING btree (member_id);
CREATE INDEX ix_message_pending ON public.message USING btree (next_at, id) WHERE (result IS NULL);
CREATE INDEX ix_notice_event_id ON public.notice USING btree (event_id);
CREATE INDEX ix_notice_occurrence_id ON public.notice USING btree (occurrence_id);
CREATE INDEX ix_notice_planned_at ON public.notice USING btree (planned_at);
CREATE INDEX ix_occurrence_span ON public.occurrence USING btree (starts_at, ends_at, event_id);
CREATE INDEX ix_one_time_link_user_id ON public.one_time_link USING btree (user_id);
CREATE INDEX ix_plan_reading_digest ON public.plan_reading USING btree (digest);
CREATE INDEX ix_plan_reading_plan_id ON public.plan_reading USING btree (plan_id);
CREATE INDEX ix_plan_reading_supersedes_id ON public.plan_reading USING btree (supersedes_id);
CREATE INDEX ix_plan_year ON public.plan USING btree (year);
CREATE INDEX ix_proposal_event_id ON public.proposal USING btree (event_id);
CREATE INDEX ix_proposal_matches_event_id ON public.proposal USING btree (matches_event_id);
CREATE INDEX ix_proposal_merged_into_id ON public.proposal USING btree (merged_into_id);
CREATE INDEX ix_proposal_reading_id ON public.proposal USING btree (reading_id);
CREATE INDEX ix_reminder_due ON public.reminder USING btree (due_at) WHERE ((planned_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX ix_reminder_occurrence_id ON public.reminder USING btree (occurrence_id);
CREATE INDEX ix_reminder_planned ON public.reminder USING btree (planned_at);
CREATE INDEX ix_reminder_rule_event_id ON public.reminder_rule USING btree (event_id);
CREATE INDEX ix_reminder_rule_kind ON public.reminder_rule USING btree (kind);
CREATE INDEX ix_response_member_id ON public.response USING btree (member_id);
CREATE INDEX ix_sign_in_device ON public.sign_in USING btree (device);
CREATE INDEX ix_sign_in_user_id ON public.sign_in USING btree (user_id);
CREATE INDEX ix_target_plan_id ON public.target USING btree (plan_id);
CREATE INDEX ix_target_value_target_id ON public.target_value USING btree (target_id);
CREATE INDEX ix_throttle_changed_at ON public.throttle USING btree (changed_at);
CREATE INDEX ix_user_group_group_id ON public.user_group USING btree (group_id);
CREATE UNIQUE INDEX uq_message_notice_id_member_id ON public.message USING btree (notice_id, member_id) WHERE (notice_id IS NOT NULL);
CREATE UNIQUE INDEX uq_message_reminder_id_member_id ON public.message USING btree (reminder_id, member_id) WHERE (reminder_id IS NOT NULL);
CREATE TRIGGER history_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON public.history FOR EACH STATEMENT EXECUTE FUNCTION public.history_refuse();
ALTER TABLE ONLY public.account_mail
    ADD CONSTRAINT fk_account_mail_link_id_one_time_link FOREIGN KEY (link_id) REFERENCES public.one_time_link(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.account_mail
    ADD CONSTRAINT fk_account_mail_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT fk_attendance_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT fk_attendance_occurrence_id_occurrence FOREIGN KEY (occurrence_id) REFERENCES public.occurrence(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.audience_group
    ADD CONSTRAINT fk_audience_group_event_id_event FOREIGN KEY (event_id) REFERENCES public.event(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.audience_group
    ADD CONSTRAINT fk_audience_group_group_id_group FOREIGN KEY (group_id) REFERENCES public."group"(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.audience_member
    ADD CONSTRAINT fk_audience_member_event_id_event FOREIGN KEY (event_id) REFERENCES public.event(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.audience_member
    ADD CONSTRAINT fk_audience_member_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.duty
    ADD CONSTRAINT fk_duty_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_contact_id_member FOREIGN KEY (contact_id) REFERENCES public.member(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_duty_id_duty FOREIGN KEY (duty_id) REFERENCES public.duty(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_part_of_id_event FOREIGN KEY (part_of_id) REFERENCES public.event(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_rolled_from_id_event FOREIGN KEY (rolled_from_id) REFERENCES public.event(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_room_id_room FOREIGN KEY (room_id) REFERENCES public.room(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.feed_token
    ADD CONSTRAINT fk_feed_token_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.import
    ADD CONSTRAINT fk_import_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.legal_basis
    ADD CONSTRAINT fk_legal_basis_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.letter
    ADD CONSTRAINT fk_letter_notice_id_notice FOREIGN KEY (notice_id) REFERENCES public.notice(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.letter
    ADD CONSTRAINT fk_letter_reminder_id_reminder FOREIGN KEY (reminder_id) REFERENCES public.reminder(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.member
    ADD CONSTRAINT fk_member_unit_id_group FOREIGN KEY (unit_id) REFERENCES public."group"(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_group_id_group FOREIGN KEY (group_id) REFERENCES public."group"(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_letter_id_letter FOREIGN KEY (letter_id) REFERENCES public.letter(id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_notice_id_notice FOREIGN KEY (notice_id) REFERENCES public.notice(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_reminder_id_reminder FOREIGN KEY (reminder_id) REFERENCES public.reminder(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_event_id_event FOREIGN KEY (event_id) REFERENCES public.event(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_occurrence_id_occurrence FOREIGN KEY (occurrence_id) REFERENCES public.occurrence(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.occurrence
    ADD CONSTRAINT fk_occurrence_event_id_event FOREIGN KEY (event_id) REFERENCES public.event(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT fk_one_time_link_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.plan_reading
    ADD CONSTRAINT fk_plan_reading_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.plan_reading
    ADD CONSTRAINT fk_plan_reading_supersedes_id_plan_reading FOREIGN KEY (supersedes_id) REFERENCES public.plan_reading(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT fk_proposal_event_id_event FOREIGN KEY (event_id) REFERENCES public.event(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT fk_proposal_matches_event_id_event FOREIGN KEY (matches_event_id) REFERENCES public.event(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT fk_proposal_merged_into_id_proposal FOREIGN KEY (merged_into_id) REFERENCES public.proposal(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT fk_proposal_reading_id_plan_reading FOREIGN KEY (reading_id) REFERENCES public.plan_reading(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT fk_recovery_code_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT fk_reminder_occurrence_id_occurrence FOREIGN KEY (occurrence_id) REFERENCES public.occurrence(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.reminder_rule
    ADD CONSTRAINT fk_reminder_rule_event_id_event FOREIGN KEY (event_id) REFERENCES public.event(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.response
    ADD CONSTRAINT fk_response_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.response
    ADD CONSTRAINT fk_response_occurrence_id_occurrence FOREIGN KEY (occurrence_id) REFERENCES public.occurrence(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT fk_sign_in_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.target
    ADD CONSTRAINT fk_target_duty_id_duty FOREIGN KEY (duty_id) REFERENCES public.duty(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.target
    ADD CONSTRAINT fk_target_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.target_value
    ADD CONSTRAINT fk_target_value_target_id_target FOREIGN KEY (target_id) REFERENCES public.target(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_group
    ADD CONSTRAINT fk_user_group_group_id_group FOREIGN KEY (group_id) REFERENCES public."group"(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_group
    ADD CONSTRAINT fk_user_group_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id) ON DELETE CASCADE;
