namespace LocalDiplomacy.EmbeddedHost.Mailbox;

internal static class MailboxStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --quiet: #57606a; --line: #d0d7de; --accent: #0b5cad; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --quiet: #9aa4af; --line: #30363d; --accent: #6cb0ff; } }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 16px/1.6 system-ui, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.55rem; line-height: 1.3; } h2 { font-size: 1.25rem; }
        a { color: var(--accent); } .quiet, time, dt { color: var(--quiet); }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        input[type=email], button { font: inherit; min-height: 44px; padding: 0 .75rem; }
        .mails { list-style: none; padding: 0; }
        .mails li { display: grid; grid-template-columns: 1fr auto auto; gap: 0 1rem; padding: .5rem 0; border-top: 1px solid var(--line); }
        time { font-variant-numeric: tabular-nums; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0 0 1rem; } dd { margin: 0; overflow-wrap: anywhere; }
        iframe { display: block; width: 100%; height: 70vh; margin-top: .5rem; border: 1px solid var(--line); background: #fff; }
        #phone:checked ~ iframe { width: 375px; max-width: 100%; }
        .part label { display: inline-block; min-height: 44px; line-height: 44px; padding-right: 1rem; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 1rem; font: inherit; }
        @media (max-width: 640px) { .mails li { grid-template-columns: 1fr; } }
        """;
}
