import type { Story } from "./story.ts";

interface StoryPanelProps {
  readonly story: Story;
  readonly onClose: () => void;
}

/** The whole story of the selected frame or image. */
export function StoryPanel({ story, onClose }: StoryPanelProps) {
  const { title, text, variables, references } = story;
  return (
    <section class="story" aria-label={`Selected: ${title}`}>
      <div class="story-head">
        <h3>{title}</h3>
        <span>{text}</span>
        <button type="button" class="plain" onClick={onClose} aria-label={`Close ${title}`}>
          ✕
        </button>
      </div>
      <div class="story-parts">
        {references.length > 0 && (
          <ul>
            {references.map((reference) => (
              <li key={reference}>{reference}</li>
            ))}
          </ul>
        )}
        {variables.length > 0 && <Variables variables={variables} title={title} />}
      </div>
    </section>
  );
}

interface VariablesProps {
  readonly title: string;
  readonly variables: Story["variables"];
}

function Variables({ title, variables }: VariablesProps) {
  return (
    <table>
      <caption class="visually-hidden">Variables of {title}</caption>
      <tbody>
        {variables.map(({ name, value, was }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {value}
              {was !== null && <span class="was"> ● was {was}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
